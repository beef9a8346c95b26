import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang } from '../rows.ts';
import { effectShape, type Effect } from './effect.ts';

export const effectKind = defineKind<Effect>({
  name: 'effect',
  plural: 'effects',
  schema: effectShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.title, lang),
  searchText: (body, lang) => (body.note ? inLang(body.note, lang) : ''),
  addressOf: (slug, _body, lang) => `${addressOf('whyBelong', lang)}#${slug}`,
  references: (body) => [{ kind: 'organisation', slug: body.organisation, field: 'organisation' }],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('effects').where('id', '=', id).execute();
    await tx
      .insertInto('effects')
      .values({
        id,
        organisationId: resolve('organisation', body.organisation),
        area: body.area,
        attribution: body.attribution,
        measurable: body.measurable,
        level: body.level,
        ...daysOf(body.date),
        sameThing: body.sameThing ?? null,
        body: JSON.stringify(shown),
      })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('effects').where('id', '=', id).execute();
  },
});
