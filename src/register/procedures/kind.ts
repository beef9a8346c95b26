import { wordsFor } from '#lang/words.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { procedureShape, type Procedure } from './procedure.ts';

export const procedureKind = defineKind<Procedure>({
  name: 'procedure',
  plural: 'procedures',
  schema: procedureShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) => [titleOf('organisation', body.organisation), wordsFor(lang).inTitles[body.kind]].filter((part) => part !== undefined).join(', '),
  searchText: (body, lang) => body.steps.map((step) => inLang(step.text, lang)).join('\n'),
  addressOf: (_slug, body, lang) => `${addressOf('organisation', lang, { slug: body.organisation })}#${lang === 'pl' ? 'sprawy' : 'proceedings'}`,
  references: (body) => [
    { kind: 'organisation', slug: body.organisation, field: 'organisation' },
    ...body.items.flatMap((item, index) => (item.act === undefined ? [] : [{ kind: 'act', slug: item.act, field: `items.${index}.act` }])),
  ],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('procedures').where('id', '=', id).execute();
    await tx
      .insertInto('procedures')
      .values({ id, organisationId: resolve('organisation', body.organisation), closed: body.closed !== undefined, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('procedures').where('id', '=', id).execute();
  },
});
