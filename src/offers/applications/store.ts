import { randomUUID } from 'node:crypto';
import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Tables } from '#db/tables.ts';
import type { Lang } from '#lang/lang.ts';
import { answersShape, type Answers } from './form.ts';
import { stateNamed, type ApplicationRole, type ApplicationState } from './state.ts';

/** Who wants something, and what for: all that an interest says. */
export const interestShape = z.object({ who: z.string().trim().min(3).max(300), what: z.string().trim().min(10).max(4000) });
export type Interest = z.infer<typeof interestShape>;

export type Application = {
  id: string;
  number: string;
  offerId: string;
  formNumber: number | null;
  state: ApplicationState;
  institutionId: string | null;
  institutionKind: string;
  themes: string[];
  interest: Interest | null;
  answers: Answers;
  /** The first instant that is too late for an amendment. */
  amendBy: Date | null;
  signedBy: string | null;
  signedOn: string | null;
  passedOn: string | null;
  outcomeOn: string | null;
  effectDraftId: string | null;
  version: number;
  createdAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
  erasedAt: Date | null;
};

const columns = [
  'applications.id',
  'applications.number',
  'applications.offerId',
  'applications.formNumber',
  'applications.state',
  'applications.institutionId',
  'applications.institutionKind',
  'applications.themes',
  'applications.interest',
  'applications.answers',
  'applications.amendBy',
  'applications.signedBy',
  'applications.signedOn',
  'applications.passedOn',
  'applications.outcomeOn',
  'applications.effectDraftId',
  'applications.version',
  'applications.createdAt',
  'applications.sentAt',
  'applications.endedAt',
  'applications.erasedAt',
] as const;

type Row = Omit<Application, 'state' | 'interest' | 'answers'> & { state: string; interest: unknown; answers: unknown };

const applicationFrom = (row: Row): Application => ({
  ...row,
  state: stateNamed(row.state),
  interest: row.interest === null ? null : interestShape.parse(row.interest),
  answers: answersShape.parse(row.answers),
});

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

export async function findApplication(reader: Reader, id: string): Promise<Application | undefined> {
  if (!isId(id)) return undefined;
  const row = await reader.selectFrom('applications').select(columns).where('id', '=', id).executeTakeFirst();
  return row && applicationFrom(row);
}

/** Held until the transaction ends: of two changes at once the second sees what the first has made of it. */
export async function holdApplication(tx: Tx, id: string): Promise<Application | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx.selectFrom('applications').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && applicationFrom(row);
}

export async function applicationWithKey(reader: Reader, onceKey: string): Promise<Application | undefined> {
  const row = await reader.selectFrom('applications').select(columns).where('onceKey', '=', onceKey).executeTakeFirst();
  return row && applicationFrom(row);
}

/** The next number of a year: `2026/0001`. */
async function nextNumber(tx: Tx, year: number): Promise<string> {
  const row = await tx
    .insertInto('applicationNumbers')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`application_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${year}/${String(row.last).padStart(4, '0')}`;
}

type NewApplication = Pick<Application, 'offerId' | 'formNumber' | 'state' | 'institutionKind' | 'themes' | 'interest'> & {
  institutionId: string;
  onceKey: string;
  year: number;
  now: Date;
};

/** The application's id; undefined where the same form has made one already. */
export async function insertApplication(tx: Tx, { now, year, interest, ...given }: NewApplication): Promise<string | undefined> {
  // Whoever sends the same form twice waits here, and finds the first one's application instead of using up a number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${given.onceKey}, 15))`.execute(tx);
  if ((await applicationWithKey(tx, given.onceKey)) !== undefined) return undefined;
  const id = randomUUID();
  await tx
    .insertInto('applications')
    .values({ ...given, id, number: await nextNumber(tx, year), interest: interest === null ? null : JSON.stringify(interest), createdAt: now })
    .execute();
  return id;
}

type Change = Partial<
  Pick<Application, 'state' | 'formNumber' | 'amendBy' | 'signedBy' | 'signedOn' | 'passedOn' | 'outcomeOn' | 'effectDraftId' | 'sentAt' | 'endedAt' | 'answers'>
>;

/** Every change raises the version, by which a stale form is known. */
export async function changeApplication(tx: Tx, { id, version }: Pick<Application, 'id' | 'version'>, { answers, ...change }: Change): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ ...change, ...(answers === undefined ? {} : { answers: JSON.stringify(answers) }), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export type Step = {
  id: string;
  from: ApplicationState | null;
  to: ApplicationState;
  at: Date;
  role: ApplicationRole;
  actorId: string | null;
  /** Name of the person of the office. */
  name: string | null;
  reason: string | null;
  until: string | null;
};

type NewStep = Pick<Step, 'from' | 'to' | 'at' | 'reason' | 'until'> & { applicationId: string; by: Mover };
/** Who moves an application. */
export type Mover = { role: 'applicant'; contactId: string } | { role: 'coordinator'; actorId: string };

export async function insertStep(tx: Tx, { from, to, by, ...given }: NewStep): Promise<string> {
  const id = uuidv7(given.at.getTime());
  const who = by.role === 'applicant' ? { contactId: by.contactId } : { actorId: by.actorId };
  await tx
    .insertInto('applicationSteps')
    .values({ ...given, id, fromState: from, toState: to, role: by.role, ...who })
    .execute();
  return id;
}

export async function stepsOf(reader: Reader, applicationId: string): Promise<Step[]> {
  const rows = await reader
    .selectFrom('applicationSteps')
    .leftJoin('people', 'people.actorId', 'applicationSteps.actorId')
    .select([
      'applicationSteps.id',
      'applicationSteps.fromState',
      'applicationSteps.toState',
      'applicationSteps.at',
      'applicationSteps.role',
      'applicationSteps.actorId',
      'applicationSteps.reason',
      'applicationSteps.until',
      'people.name',
    ])
    .where('applicationId', '=', applicationId)
    .orderBy('applicationSteps.id')
    .execute();
  return rows.map(({ fromState, toState, role, ...row }) => ({
    ...row,
    from: fromState === null ? null : stateNamed(fromState),
    to: stateNamed(toState),
    role: role === 'applicant' ? 'applicant' : 'coordinator',
  }));
}

/** Applications of an offer that have one of the city's places, but this one. */
export async function placesTaken(reader: Reader, offerId: string, states: readonly ApplicationState[], but: string): Promise<number> {
  const row = await reader
    .selectFrom('applications')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('offerId', '=', offerId)
    .where('state', 'in', [...states])
    .where('id', '<>', but)
    .executeTakeFirstOrThrow();
  return row.count;
}

export type ListedApplication = Application & { offerSlug: string; institutionName: string | null; unread: number };

const listed = (reader: Reader) =>
  reader
    .selectFrom('applications')
    .innerJoin('records', 'records.id', 'applications.offerId')
    .leftJoin('institutions', 'institutions.id', 'applications.institutionId')
    .select(columns)
    .select(['records.slug as offerSlug', 'institutions.name as institutionName']);

const unreadFrom = (role: ApplicationRole) => (where: ExpressionBuilder<Tables, 'applications'>) =>
  where
    .selectFrom('applicationMessages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .whereRef('applicationMessages.applicationId', '=', 'applications.id')
    .where('applicationMessages.role', '=', role)
    .where('applicationMessages.readAt', 'is', null);

const listedFrom = ({ offerSlug, institutionName, unread, ...row }: Row & { offerSlug: string; institutionName: string | null; unread: number | null }): ListedApplication => ({
  ...applicationFrom(row),
  offerSlug,
  institutionName,
  unread: unread ?? 0,
});

/** What a coordinator may see of an offer: everything that was sent, and interests; drafts are the institutions' alone. */
export async function applicationsFor(
  reader: Reader,
  offerId: string,
  { state, limit, offset }: { state: ApplicationState | null; limit: number; offset: number },
): Promise<ListedApplication[]> {
  const rows = await listed(reader)
    .select((select) => unreadFrom('applicant')(select).as('unread'))
    .where('applications.offerId', '=', offerId)
    .where(sql<boolean>`(applications.state = 'interest' or applications.sent_at is not null)`)
    .$if(state !== null, (query) => query.where('applications.state', '=', state ?? ''))
    .orderBy('applications.createdAt')
    .orderBy('applications.number')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(listedFrom);
}

/** Everything of one institution, the newest first. */
export async function applicationsBy(reader: Reader, institutionId: string): Promise<ListedApplication[]> {
  const rows = await listed(reader)
    .select((select) => unreadFrom('coordinator')(select).as('unread'))
    .where('applications.institutionId', '=', institutionId)
    .orderBy('applications.createdAt', 'desc')
    .orderBy('applications.number', 'desc')
    .execute();
  return rows.map(listedFrom);
}

export type StateCount = { offerId: string; state: ApplicationState; count: number };

/** How many applications of each offer are in each state; drafts left out. */
export async function countStates(reader: Reader, offerId?: string): Promise<StateCount[]> {
  const rows = await reader
    .selectFrom('applications')
    .select((select) => ['offerId', 'state', select.fn.countAll<number>().as('count')])
    .where(sql<boolean>`(state = 'interest' or sent_at is not null)`)
    .$if(offerId !== undefined, (query) => query.where('offerId', '=', offerId ?? ''))
    .groupBy(['offerId', 'state'])
    .execute();
  return rows.map((row) => ({ offerId: row.offerId, state: stateNamed(row.state), count: row.count }));
}

export type Recipient = { contactId: string; email: string; lang: Lang };

/** The people of an institution who get its mails: those who came by a link sent to their address. */
export async function recipientsOf(reader: Reader, institutionId: string): Promise<Recipient[]> {
  const rows = await reader
    .selectFrom('contacts')
    .select(['id', 'email', 'lang'])
    .where('institutionId', '=', institutionId)
    .where('confirmedAt', 'is not', null)
    .orderBy('createdAt')
    .execute();
  return rows.map((row) => ({ contactId: row.id, email: row.email, lang: row.lang === 'en' ? 'en' : 'pl' }));
}

export async function institutionFacts(reader: Reader, institutionId: string): Promise<{ kind: string; themes: string[] } | undefined> {
  return reader.selectFrom('institutions').select(['kind', 'themes']).where('id', '=', institutionId).where('deletedAt', 'is', null).executeTakeFirst();
}

export type ApplicantSeen = { name: string | null; kind: string; url: string | null; address: string | null; contacts: { name: string; email: string }[] };

/** Who applied, for the coordinators of the offer. */
export async function applicantOf(reader: Reader, institutionId: string): Promise<ApplicantSeen | undefined> {
  const row = await reader.selectFrom('institutions').select(['name', 'kind', 'url', 'address']).where('id', '=', institutionId).executeTakeFirst();
  if (row === undefined) return undefined;
  const contacts = await reader.selectFrom('contacts').select(['name', 'email']).where('institutionId', '=', institutionId).orderBy('createdAt').execute();
  return { ...row, contacts };
}
