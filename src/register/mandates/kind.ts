import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang, leading } from '../rows.ts';
import { mandateShape, type Mandate } from './mandate.ts';

export const mandateKind = defineKind<Mandate>({
  name: 'mandate',
  plural: 'mandates',
  schema: mandateShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) =>
    [titleOf('organisation', body.organisation), `${lang === 'pl' ? 'pełnomocnictwo' : 'mandate'}: ${inLang(body.office, lang)}`].filter((part) => part !== undefined).join(', '),
  searchText: (body, lang) => [body.occasion, body.instruction, body.note].flatMap((part) => (part === undefined ? [] : [inLang(part, lang)])).join('\n'),
  addressOf: (_slug, body, lang) => `${addressOf('organisation', lang, { slug: body.organisation })}#${lang === 'pl' ? 'rola' : 'role'}`,
  references: (body) => [
    { kind: 'organisation', slug: body.organisation, field: 'organisation' },
    ...(body.act === undefined ? [] : [{ kind: 'act', slug: body.act, field: 'act' }]),
  ],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('mandates').where('id', '=', id).execute();
    await tx
      .insertInto('mandates')
      .values({ id, organisationId: resolve('organisation', body.organisation), ...daysOf(leading(body.term)), body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('mandates').where('id', '=', id).execute();
  },
});
