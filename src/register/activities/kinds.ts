import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Reference, Resolve } from '#publishing/kind.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang, leading } from '../rows.ts';
import { awardShape, eventShape, projectShape, type Award, type CityEvent, type Project } from './activity.ts';

export const eventKind = defineKind<CityEvent>({
  name: 'event',
  plural: 'events',
  schema: eventShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: (body, lang) => [body.place ? inLang(body.place.name, lang) : '', body.note ? inLang(body.note, lang) : ''].join('\n'),
  addressOf: (_slug, body, lang) => whatHappened(body.organisations, lang),
  references: (body) => organisationsOf(body.organisations),
  project: (tx, id, body, shown, resolve) => write(tx, { id, type: 'event', date: leading(body.date), shown, organisations: body.organisations }, resolve),
  retract: remove,
});

export const projectKind = defineKind<Project>({
  name: 'project',
  plural: 'projects',
  schema: projectShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: (body, lang) => [inLang(body.summary, lang), body.partners ? inLang(body.partners, lang) : ''].join('\n'),
  addressOf: (_slug, body, lang) => whatHappened(body.organisations, lang),
  references: (body) => organisationsOf(body.organisations),
  project: (tx, id, body, shown, resolve) => write(tx, { id, type: 'project', date: leading(body.years), shown, organisations: body.organisations }, resolve),
  retract: remove,
});

export const awardKind = defineKind<Award>({
  name: 'award',
  plural: 'awards',
  schema: awardShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: (body, lang) => inLang(body.to, lang),
  addressOf: (_slug, body, lang) => whatHappened(body.organisations, lang),
  references: (body) => organisationsOf(body.organisations),
  project: (tx, id, body, shown, resolve) => write(tx, { id, type: 'award', date: leading(body.date), shown, organisations: body.organisations }, resolve),
  retract: remove,
});

const organisationsOf = (slugs: readonly string[]): Reference[] => slugs.map((slug, index) => ({ kind: 'organisation', slug, field: `organisations.${index}` }));

const whatHappened = (slugs: readonly string[], lang: Lang): string => `${addressOf('organisation', lang, { slug: slugs[0] ?? '' })}#${lang === 'pl' ? 'wydarzenia' : 'events'}`;

type Row = { id: string; type: 'event' | 'project' | 'award'; date: string | undefined; shown: unknown; organisations: readonly string[] };

async function write(tx: Tx, row: Row, resolve: Resolve): Promise<void> {
  await remove(tx, row.id);
  await tx
    .insertInto('activities')
    .values({ id: row.id, type: row.type, ...daysOf(row.date), body: JSON.stringify(row.shown) })
    .execute();
  await tx
    .insertInto('activityOrganisations')
    .values(row.organisations.map((slug) => ({ activityId: row.id, organisationId: resolve('organisation', slug) })))
    .execute();
}

async function remove(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('activityOrganisations').where('activityId', '=', id).execute();
  await tx.deleteFrom('activities').where('id', '=', id).execute();
}
