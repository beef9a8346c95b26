import { done, refused, type Outcome } from '#basics/outcome.ts';
import { fold } from '#basics/fold.ts';
import type { City } from '#basics/city.ts';
import type { Tx } from '#db/handles.ts';
import { reconciliation as en } from '#lang/en/office-reconciliation.ts';
import { reconciliation as pl } from '#lang/pl/office-reconciliation.ts';
import type { Kinds } from '#publishing/kind.ts';
import { insertAudit } from '#publishing/store.ts';
import { recordSpec } from '../records/form/spec.ts';
import { partOf, rowsOf } from '../records/form/values.ts';
import { saveDraft, startDraft } from '../records/drafts/save.ts';
import { proposedSlug } from '../records/drafts/slug.ts';
import { findDraft, newDraftId } from '../records/drafts/store.ts';
import { newMembership, newOrganisation, withBelonging, withMember, withMemberJoined, withoutMember, withRemark } from './change.ts';
import { belongingOf, type Compared } from './compare.ts';
import type { Entry } from './list.ts';
import { matcherOver, type Candidate } from './match.ts';
import { readComparison } from './read.ts';
import { draftsMade, holdReconciliation, insertDraftMade, type Reconciliation } from './store.ts';

/** `date:7` is line 7 of the list with another date, `there:7` line 7 that is not here, `here:owhc` what the list does not name. */
export const differenceOf = {
  date: (entry: Entry): string => `date:${entry.line}`,
  there: (entry: Entry): string => `there:${entry.line}`,
  here: (slug: string): string => `here:${slug}`,
} as const;

type Given = { id: string; difference: string; editorId: string; city: City; now: Date };

/** Makes a draft of a difference with the list as its source, or finds the one that was made of it before. */
export async function draftOfDifference(tx: Tx, kinds: Kinds, given: Given): Promise<Outcome<{ draftId: string }, 'noSuchList' | 'noSuchDifference' | 'stale'>> {
  const one = await holdReconciliation(tx, given.id);
  if (one === undefined) return refused('noSuchList');
  const known = (await draftsMade(tx, one.id)).get(given.difference);
  if (known !== undefined && (await findDraft(tx, known)) !== undefined) return done({ draftId: known });
  const compared = await readComparison(tx, kinds, one, { city: given.city, lang: 'pl' });
  const made = one.about === 'network' ? await networkDraft(tx, kinds, one, compared, given) : await membershipDraft(tx, kinds, one, compared, given);
  if (!made.ok) return made;
  await insertDraftMade(tx, { reconciliationId: one.id, difference: given.difference, draftId: made.value.draftId, madeAt: given.now });
  await insertAudit(tx, { at: given.now, actorId: given.editorId, action: 'reconcile', about: `draft ${made.value.draftId}` });
  return made;
}

type Made = Promise<Outcome<{ draftId: string }, 'noSuchDifference' | 'stale'>>;

async function membershipDraft(tx: Tx, kinds: Kinds, one: Reconciliation, compared: Compared & { titles: Map<string, string> }, given: Given): Made {
  const { source } = one;
  const hasLeft = one.list.columns.left !== undefined;
  const different = compared.different.find((pair) => differenceOf.date(pair.entry) === given.difference);
  if (different !== undefined) {
    const belonging = belongingOf(different.entry, different.ours, hasLeft);
    return changed(tx, kinds, { kind: 'membership', slug: different.ours.slug }, given, (body) =>
      belonging === null ? withRemark(body, source, datesRemark(different.entry)) : withBelonging(body, source, belonging),
    );
  }
  const here = compared.onlyHere.find((ours) => differenceOf.here(ours.slug) === given.difference);
  if (here !== undefined)
    return changed(tx, kinds, { kind: 'membership', slug: here.slug }, given, (body) =>
      withRemark(body, source, { pl: pl.remarks.notListed(source.title), en: en.remarks.notListed(source.title) }),
    );
  const there = compared.onlyThere.find((entry) => differenceOf.there(entry) === given.difference);
  if (there === undefined) return refused('noSuchDifference');
  const organisation = knownOrganisation(one, there, compared.titles);
  if (organisation === undefined) return begun(tx, kinds, 'organisation', newOrganisation(there, source), given);
  const { name } = given.city;
  const belonging = belongingOf(there, { joined: null, left: null, lasts: false }, hasLeft);
  return begun(tx, kinds, 'membership', newMembership(organisation, source, { period: 1, holder: { pl: name.pl.nominative, en: name.en }, belonging }), given);
}

const datesRemark = (entry: Entry) => ({ pl: pl.remarks.otherDates(entry.joined, entry.left), en: en.remarks.otherDates(entry.joined, entry.left) });

/** The register may know the body though the city has no membership in it. */
function knownOrganisation(one: Reconciliation, entry: Entry, titles: ReadonlyMap<string, string>): string | undefined {
  const answer = one.answers[String(entry.line)];
  if (answer !== undefined && titles.has(answer)) return answer;
  const candidates: Candidate[] = [...titles].map(([key, text]) => ({
    key,
    country: null,
    names: [
      { text, as: 'name' },
      { text: key, as: 'acronym' },
    ],
  }));
  const match = matcherOver(candidates)({ name: entry.name, identifier: null, country: null });
  return match.kind === 'matched' ? match.key : undefined;
}

/** The draft of a network gathers all differences; a member is found again by its name, for places shift. */
const memberAt = (body: unknown, title: string): number =>
  rowsOf(partOf(body, 'members')).findIndex((member) => fold(`${String(partOf(member, 'name'))} (${String(partOf(member, 'country'))})`) === fold(title));

async function networkDraft(tx: Tx, kinds: Kinds, { network, source }: Reconciliation, compared: Compared, given: Given): Made {
  const record = { kind: 'network', slug: network ?? '' };
  const different = compared.different.find((pair) => differenceOf.date(pair.entry) === given.difference);
  if (different !== undefined) return changed(tx, kinds, record, given, (body) => withMemberJoined(body, source, memberAt(body, different.ours.title), different.entry));
  const here = compared.onlyHere.find((ours) => differenceOf.here(ours.slug) === given.difference);
  if (here !== undefined) return changed(tx, kinds, record, given, (body) => withoutMember(body, source, memberAt(body, here.title)));
  const there = compared.onlyThere.find((entry) => differenceOf.there(entry) === given.difference);
  return there === undefined ? refused('noSuchDifference') : changed(tx, kinds, record, given, (body) => withMember(body, source, there));
}

/** The record's open draft, or a new one that begins with its newest version, with this change. */
async function changed(tx: Tx, kinds: Kinds, record: { kind: string; slug: string }, { editorId, now }: Given, change: (body: unknown) => unknown): Made {
  const started = await startDraft(tx, kinds, { ...record, editorId, now });
  const draft = started.ok ? await findDraft(tx, started.value.id) : undefined;
  if (draft === undefined) return refused('noSuchDifference');
  const saved = await saveDraft(tx, kinds, { kind: record.kind, id: draft.id, version: draft.version, body: change(draft.body), slug: draft.slug, editorId, now });
  return saved.ok ? done({ draftId: draft.id }) : refused('stale');
}

async function begun(tx: Tx, kinds: Kinds, kind: string, body: unknown, { editorId, now }: Given): Made {
  const id = newDraftId(now);
  const slug = proposedSlug(recordSpec(kinds.named(kind)), body) || null;
  const saved = await saveDraft(tx, kinds, { kind, id, version: 0, body, slug, editorId, now });
  return saved.ok ? done({ draftId: id }) : refused('stale');
}
