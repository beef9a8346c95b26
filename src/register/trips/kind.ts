import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang } from '../rows.ts';
import { tripShape, type Trip } from './trip.ts';

export const tripKind = defineKind<Trip>({
  name: 'trip',
  plural: 'trips',
  schema: tripShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) =>
    [titleOf('organisation', body.organisation), `${lang === 'pl' ? 'wyjazd' : 'trip'}: ${inLang(body.purpose, lang)}`].filter((part) => part !== undefined).join(', '),
  searchText: (body, lang) => [body.place, body.report, body.followUp].flatMap((part) => (part === undefined ? [] : [inLang(part, lang)])).join('\n'),
  addressOf: (_slug, body, lang) => `${addressOf('organisation', lang, { slug: body.organisation })}#${lang === 'pl' ? 'rola' : 'role'}`,
  references: (body) => [
    { kind: 'organisation', slug: body.organisation, field: 'organisation' },
    ...body.effects.map((slug, index) => ({ kind: 'effect', slug, field: `effects.${index}` })),
  ],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('trips').where('id', '=', id).execute();
    await tx
      .insertInto('trips')
      .values({ id, organisationId: resolve('organisation', body.organisation), ...daysOf(body.dates), reported: body.reportedOn !== undefined, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('trips').where('id', '=', id).execute();
  },
});
