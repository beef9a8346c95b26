import { z } from 'zod';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { bodyOf, type Organisation } from '#register/index.ts';
import type { AttachedFile, Letter } from './mail.ts';
import { siteOf, type OrganisationSite } from './read-links.ts';

export type IntakeState = 'new' | 'drafted' | 'set-aside';
export const intakeStates: readonly IntakeState[] = ['new', 'drafted', 'set-aside'];

/** What came in. After it was erased only when, how, and what became of it are left. */
export type IntakeItem = {
  id: string;
  arrivedAt: Date;
  via: string;
  senderName: string | null;
  senderAddress: string | null;
  senderDomain: string | null;
  subject: string | null;
  body: string | null;
  isCut: boolean;
  url: string | null;
  sentAt: Date | null;
  attachments: AttachedFile[];
  state: IntakeState;
  reason: string | null;
  draftId: string | null;
  settledAt: Date | null;
  erasedAt: Date | null;
};

const columns = [
  'id',
  'arrivedAt',
  'via',
  'senderName',
  'senderAddress',
  'senderDomain',
  'subject',
  'body',
  'isCut',
  'url',
  'sentAt',
  'attachments',
  'state',
  'reason',
  'draftId',
  'settledAt',
  'erasedAt',
] as const;

const attachmentsShape = z.array(z.object({ name: z.string(), type: z.string(), size: z.number() })).catch([]);
const stateOf = (text: string): IntakeState => intakeStates.find((one) => one === text) ?? 'new';
type Row = Omit<IntakeItem, 'state' | 'attachments'> & { state: string; attachments: unknown };
const item = (row: Row): IntakeItem => ({ ...row, state: stateOf(row.state), attachments: attachmentsShape.parse(row.attachments) });

export type NewItem = Letter & { via: 'pasted' | 'uploaded' | 'folder'; url: string | null; fingerprint: string; senderDomain: string | null; now: Date };

/** The id of the new item, or of the one that the same letter made before. */
export async function insertItem(
  tx: Tx,
  { sender, attachments, now, fingerprint, subject, body, isCut, via, url, sentAt, senderDomain }: NewItem,
): Promise<{ id: string; isNew: boolean }> {
  const id = uuidv7(now.getTime());
  const kept = { subject: subject === '' ? null : subject, body, isCut, via, url, sentAt, senderDomain, fingerprint };
  const row = await tx
    .insertInto('intakeItems')
    .values({ ...kept, id, arrivedAt: now, senderName: sender?.name ?? null, senderAddress: sender?.address ?? null, attachments: JSON.stringify(attachments), state: 'new' })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) return { id, isNew: true };
  const same = await tx.selectFrom('intakeItems').select('id').where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow();
  return { id: same.id, isNew: false };
}

export async function findItem(reader: Reader, id: string): Promise<IntakeItem | undefined> {
  const row = await reader.selectFrom('intakeItems').select(columns).where('id', '=', id).executeTakeFirst();
  return row && item(row);
}

/** Held until the transaction ends: of two decisions at once the second sees the first. */
export async function holdItem(tx: Tx, id: string): Promise<IntakeItem | undefined> {
  const row = await tx.selectFrom('intakeItems').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && item(row);
}

export async function listItems(reader: Reader, state: IntakeState, most: number): Promise<IntakeItem[]> {
  const rows = await reader.selectFrom('intakeItems').select(columns).where('state', '=', state).orderBy('id', 'desc').limit(most).execute();
  return rows.map(item);
}

export async function countItems(reader: Reader): Promise<Record<IntakeState, number>> {
  const rows = await reader
    .selectFrom('intakeItems')
    .select(['state', (select) => select.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const of = (state: IntakeState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { new: of('new'), drafted: of('drafted'), 'set-aside': of('set-aside') };
}

type Settled = { actorId: string; now: Date } & ({ state: 'drafted'; draftId: string } | { state: 'set-aside'; reason: string });

export async function settleItem(tx: Tx, id: string, { actorId, now, ...outcome }: Settled): Promise<void> {
  await tx
    .updateTable('intakeItems')
    .set({ ...outcome, settledAt: now, settledBy: actorId })
    .where('id', '=', id)
    .execute();
}

/** Back among what waits; its draft, if there is one, stays. */
export async function reopenItem(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('intakeItems').set({ state: 'new', reason: null, draftId: null, settledAt: null, settledBy: null }).where('id', '=', id).execute();
}

/** The words and the people of what was settled before a moment. */
export async function eraseItems(tx: Tx, settledBefore: Date, now: Date): Promise<number> {
  const rows = await tx
    .updateTable('intakeItems')
    .set({ senderName: null, senderAddress: null, subject: null, body: null, url: null, attachments: '[]', fingerprint: null, erasedAt: now })
    .where('settledAt', '<', settledBefore)
    .where('erasedAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

/** Where the organisations of the register are at home on the web, as their public pages say. */
export async function organisationSites(reader: Reader): Promise<OrganisationSite[]> {
  const rows = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .select(['records.slug', 'organisations.body'])
    .orderBy('records.slug')
    .execute();
  return rows.flatMap((row) => {
    const sites = bodyOf<Organisation>(row).website.flatMap(({ value }) => siteOf(row.slug, value));
    return [...new Map(sites.map((site) => [site.host, site])).values()];
  });
}

const mailbox = { id: '0197a000-0000-7000-8000-000000000017', rolePl: 'skrzynka ofert', roleEn: 'mailbox for offers' };

/** Under whom the audit notes what came by itself. */
export async function mailboxActor(tx: Tx, now: Date): Promise<string> {
  await tx
    .insertInto('actors')
    .values({ ...mailbox, kind: 'system', createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return mailbox.id;
}
