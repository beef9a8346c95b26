import { isDay } from '#basics/day.ts';
import { findRecord, insertAudit } from '#publishing/store.ts';
import { problemOfForm } from '#web/form.ts';
import { readMultipart } from '#web/multipart.ts';
import { problemFor } from '#web/problems.tsx';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { bounds } from '../spreadsheets/files/bounds.ts';
import { readFile } from '../spreadsheets/files/read-file.ts';
import { textsOf as fileTexts } from '../spreadsheets/texts.ts';
import { listIn, mostRows, type List } from './list.ts';
import { indexSheet, type Typed } from './page.tsx';
import { clearOldReconciliations, insertReconciliation } from './store.ts';
import { textsOf } from './texts.ts';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const keptMs = 183 * 86_400_000;
const isLink = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text) && text.length <= 2000;

type Errors = { field: string; text: string }[];

/** Takes an outside list with what it is and where it is from. The form bears an id, so that a form sent twice makes one comparison. */
export async function takeList(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, lang, now, person } = asked;
  const texts = textsOf(lang).wrong;
  const sent = await readMultipart(asked.request, { maxFields: 12, maxBytes: bounds.fileBytes + 65_536 });
  if (!sent.ok) {
    if (sent.refusal === 'tooLarge') return indexSheet(asked, { errors: [{ field: 'file', text: fileTexts(lang).refused.tooLarge() }] });
    return problemFor({ path: '/office/reconciliation', accept: asked.request.headers.get('accept') ?? undefined }, problemOfForm(sent.refusal));
  }
  const of = (name: string): string => sent.value.fields.get(name)?.[0]?.trim() ?? '';
  const typed: Typed = { about: of('about'), network: of('network'), url: of('url'), title: of('title'), seenOn: of('seenOn') };
  const errors: Errors = [];
  const about = typed.about === 'memberships' || typed.about === 'network' ? typed.about : null;
  if (about === null) errors.push({ field: 'about', text: texts.about });
  if (about === 'network' && (await desk.db.read((reader) => findRecord(reader, 'network', typed.network))) === undefined) errors.push({ field: 'network', text: texts.network });
  const list = await listOf(sent.value.files.get('file'), asked, errors);
  if (!isDay(typed.seenOn)) errors.push({ field: 'seenOn', text: texts.seenOn });
  if (!isLink(typed.url)) errors.push({ field: 'url', text: texts.url });
  if (typed.title === '' || typed.title.length > 300) errors.push({ field: 'title', text: texts.title });
  const id = of('id');
  if (errors.length > 0 || list === null || about === null || !isId(id)) return indexSheet(asked, { errors, typed });
  const network = about === 'network' ? typed.network : null;
  const source = { url: typed.url, title: typed.title, seenOn: typed.seenOn };
  await desk.db.write(async (tx) => {
    await clearOldReconciliations(tx, new Date(now.getTime() - keptMs));
    if (await insertReconciliation(tx, { id, about, network, fileName: list.name, list: list.list, source, madeBy: person.actorId, madeAt: now }))
      await insertAudit(tx, { at: now, actorId: person.actorId, action: 'reconcile', about: `list ${id}` });
  });
  return seeOther(`/office/reconciliation/${id}`);
}

async function listOf(file: File | undefined, { lang }: Asked, errors: Errors): Promise<{ name: string; list: List } | null> {
  const refused = fileTexts(lang).refused;
  const wrong = (text: string): null => {
    errors.push({ field: 'file', text });
    return null;
  };
  if (file === undefined || file.size === 0) return wrong(refused.empty());
  const read = await readFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return wrong(refused[read.refusal](read.detail ?? null));
  const sheet = read.value.sheets.find((one) => one.rows.length > 0);
  const [fault] = sheet?.faults ?? [];
  // What a formula gives is not taken silently.
  if (sheet === undefined || fault !== undefined) return wrong(fault === undefined ? refused.noRows() : `${fileTexts(lang).wrong.cell[fault.why]} (${fault.value})`);
  const list = listIn(sheet);
  if (list.rows.length === 0) return wrong(textsOf(lang).wrong.noEntries);
  if (list.rows.length > mostRows) return wrong(textsOf(lang).wrong.tooManyRows);
  return { name: (file.name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}+/gu, '').slice(-120) || '–', list };
}
