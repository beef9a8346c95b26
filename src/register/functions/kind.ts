import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang, leading } from '../rows.ts';
import { functionShape, type FunctionHeld } from './function.ts';

export const functionKind = defineKind<FunctionHeld>({
  name: 'function',
  plural: 'functions',
  schema: functionShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) =>
    [titleOf('organisation', body.organisation), `${inLang(body.role, lang)}: ${inLang(body.holder.name, lang)}`].filter((part) => part !== undefined).join(', '),
  searchText: (body, lang) => (body.note ? inLang(body.note, lang) : ''),
  addressOf: (_slug, body, lang) => `${addressOf('organisation', lang, { slug: body.organisation })}#${lang === 'pl' ? 'rola' : 'role'}`,
  references: (body) => [{ kind: 'organisation', slug: body.organisation, field: 'organisation' }],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('functions').where('id', '=', id).execute();
    await tx
      .insertInto('functions')
      .values({ id, organisationId: resolve('organisation', body.organisation), level: body.level, ...daysOf(leading(body.term)), body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('functions').where('id', '=', id).execute();
  },
});
