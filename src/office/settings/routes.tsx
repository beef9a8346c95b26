import { readCity } from '#publishing/load.ts';
import { get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { fieldsOf, groups, valueAt, type Group } from './groups.ts';
import { SettingsPage, textsFor } from './page.tsx';
import { ProcessingPage } from './processing.tsx';
import { saveSettings, stateOf } from './save.ts';

export const settingsRoutes: readonly OfficeRoute[] = [
  get('/office/settings', (asked) => settings(asked)),
  ...groups.map((group) => post(`/office/settings/${group}`, (asked) => save(asked, group))),
  get('/office/settings/processing', processing),
];

async function settings(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'administrator');
  const { city, lang } = asked;
  return { title: textsFor(lang).title, rail: 'settings', content: <SettingsPage city={city} basedOn={stateOf(city)} came={null} lang={lang} /> };
}

async function save(asked: Asked, group: Group): Promise<Sheet | Response> {
  requireRole(asked, 'administrator');
  const { desk, person, now, lang } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed = new Map(fieldsOf[group].map((path): [string, string] => [path, form.of(path)]));
  const saved = await saveSettings(desk.db, { group, typed, basedOn: form.of('basedOn'), actorId: person.actorId, now });
  if (saved.ok) return seeOther('/office/settings?done=saved');
  const city = (await desk.db.read(readCity)) ?? asked.city;
  const stale = saved.refusal === 'stale';
  const differing = stale ? fieldsOf[group].filter((path) => valueAt(city, path) !== (typed.get(path) ?? '').trim()) : [];
  return {
    title: textsFor(lang).title,
    rail: 'settings',
    status: stale ? 409 : 422,
    errorPrefix: true,
    content: <SettingsPage city={city} basedOn={stateOf(city)} came={{ group, typed, problems: saved.problems ?? [], stale, differing }} lang={lang} />,
  };
}

async function processing(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang } = asked;
  return {
    title: textsFor(lang).processing.title,
    rail: 'settings',
    crumbs: [
      { text: textsFor(lang).title, href: '/office/settings' },
      { text: textsFor(lang).processing.title, href: '/office/settings/processing' },
    ],
    content: <ProcessingPage lang={lang} />,
  };
}
