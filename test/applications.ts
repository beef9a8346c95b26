import { addToCrew, findOffer, type Contact, type ListedOffer } from '#offers/index.ts';
import { publish, submit } from '#publishing/publish.ts';
import type { SignedIn } from '#accounts/index.ts';
import { kinds } from '../src/kinds.ts';
import { worldNow } from './database.ts';
import { colleague, officeAs } from './office.ts';
import { institutionAs } from './institution.ts';
import { office as publishingBody, person, type Place } from './world.ts';

let offers = 0;

const call = {
  title: { pl: 'Nagroda Nadbrzeży', en: 'The Waterfront Award' },
  organiser: { pl: 'Związek Miast Nadrzecznych', en: 'League of River Cities' },
  type: 'award',
  themes: ['culture'],
  audiences: ['culture'],
  opens: '2026-11-01',
  deadline: { date: '2027-02-15', zone: 'Europe/Berlin' },
  cityDeadline: { date: '2026-12-15', time: '15:00', zone: 'Europe/Warsaw' },
  quota: 1,
  url: 'https://award.example/2027',
  intermediary: { needed: 'yes', reason: { pl: 'Zgłasza miasto.', en: 'The city enters.' }, basis: 'stated' },
  sourceIds: [],
  sources: [],
};

/** An offer that stands in public, with a slug of its own; it goes through the city unless said otherwise. */
export async function publishedOffer(place: Place, over: Record<string, unknown> = {}, slug = `nagroda-${(offers += 1)}`): Promise<ListedOffer> {
  const [author, publisher] = [await person(place.db, 'Autor'), await person(place.db, 'Zatwierdzająca')];
  const submitted = await submit(place.db, kinds, { kind: 'offer', slug, body: { ...call, ...over }, actor: author, now: worldNow });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  const published = await publish(place.db, kinds, { revisionId: submitted.value.revisionId, actor: publisher, now: worldNow, publishingBody });
  if (!published.ok) throw new Error(published.refusal);
  const offer = await place.db.read((reader) => findOffer(reader, slug));
  if (offer === undefined) throw new Error('the offer is not there');
  return offer;
}

type Office = ReturnType<typeof officeAs>;
export type Coordinator = { who: SignedIn; office: Office };

/** Somebody who coordinates the offer. */
export async function coordinatorOf(place: Place, offer: ListedOffer, name = 'Krystyna', now?: () => Date): Promise<Coordinator> {
  const who = await colleague(place, name, ['offers-coordinator', 'editor']);
  const office = officeAs(place, who, now);
  await office.post(`/office/offers/${offer.slug}/crew`, { do: 'take' });
  return { who, office };
}

/** Somebody who was asked to judge the offer's applications. */
export async function scorerOf(place: Place, offer: ListedOffer, name: string): Promise<Coordinator> {
  const who = await colleague(place, name, ['assessor']);
  await place.db.write((tx) => addToCrew(tx, 'offerScorers', { offerId: offer.id, actorId: who.actorId, since: worldNow }));
  return { who, office: officeAs(place, who) };
}

/** The value of a hidden field, the first of that name on a page. */
export const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The version that the form of one step bears. */
export const versionIn = (html: string): string => hidden(html, 'version');

/** A form of one text, one file and one declaration, with two criteria, opened. */
export async function openForm({ office }: Coordinator, offer: ListedOffer): Promise<void> {
  const at = `/office/offers/${offer.slug}`;
  const version = async (): Promise<string> => versionIn(await (await office.get(`${at}/form/new?kind=text`)).text());
  const add = async (fields: Record<string, string>): Promise<void> => {
    const answer = await office.post(`${at}/form/new`, { version: await version(), ...fields });
    if (answer.status !== 303) throw new Error(`the form did not take ${fields['kind']}: ${answer.status} ${await answer.text()}`);
  };
  await add({ kind: 'text', 'label.pl': 'Nazwa projektu', 'label.en': 'Name of the project', required: 'yes', maxLength: '100' });
  await add({ kind: 'file', 'label.pl': 'Opis projektu', required: 'yes', megabytes: '25' });
  await add({ kind: 'declaration', 'label.pl': 'Projekt jest nasz', required: 'yes' });
  await add({ kind: 'criterion', 'label.pl': 'Jakość', points: '10' });
  await add({ kind: 'criterion', 'label.pl': 'Związek z rzeką', points: '5' });
  const opened = await office.post(`${at}/taking`, { takes: 'applications', version: await version() });
  if (opened.status !== 303) throw new Error(`the call did not open: ${opened.status}`);
}

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** A form with a file in it. */
export function withFile(fields: Record<string, string>, name: string, bytes: Buffer, fileName = 'opis.pdf'): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append(name, new File([new Uint8Array(bytes)], fileName, { type: 'application/pdf' }));
  return data;
}

type Institution = Awaited<ReturnType<typeof institutionAs>>;
export type Applicant = { contact: Contact; zone: Institution };

export const applicant = async (place: Place, contact: Contact, now?: () => Date): Promise<Applicant> => ({ contact, zone: await institutionAs(place, contact, now) });

/** Begins an application; its address in Polish. */
export async function begin({ zone }: Applicant, offer: ListedOffer): Promise<string> {
  const page = `/pl/oferty/${offer.slug}/zgloszenie`;
  const once = hidden(await (await zone.get(page)).text(), 'once');
  const answer = await zone.post(page, { once });
  return answer.headers.get('location') ?? `nowhere: ${answer.status}`;
}

/** Fills everything in and sends it. */
export async function fillAndSend({ zone }: Applicant, address: string, over: Record<string, string> = {}): Promise<Response> {
  const version = versionIn(await (await zone.get(address)).text());
  return zone.post(address, withFile({ version, f1: 'Most pamięci', f3: 'yes', do: 'send', ...over }, 'f2', pdf));
}

export const officeAddress = (address: string): string => `/office/applications/${address.split('/').at(-1) ?? ''}`;

/** One step of the coordinator. */
export async function step({ office }: Coordinator, address: string, fields: Record<string, string>): Promise<Response> {
  const at = officeAddress(address);
  const version = versionIn(await (await office.get(at)).text());
  return office.post(`${at}/step`, { version, ...fields });
}

export const score = (scorer: Coordinator, address: string, points: readonly [string, string] = ['8', '4']): Promise<Response> =>
  scorer.office.post(`${officeAddress(address)}/score`, { 'points.k1': points[0], 'reason.k1': 'Dobry projekt.', 'points.k2': points[1], 'reason.k2': 'Blisko rzeki.' });
