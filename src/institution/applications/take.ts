import { timeAt } from '#basics/clock-time.ts';
import {
  checkPaper,
  formNumbered,
  isState,
  markRead,
  moveApplication,
  paperWithContent,
  papersOf,
  problemsIn,
  saveAnswers,
  withPapers,
  writeMessage,
  type CheckedPaper,
  type PaperRefusal,
  type MoveRefusal,
  type SaveRefusal,
} from '#offers/index.ts';
import { attachment } from '#web/attachment.ts';
import { readForm, type Form } from '#web/form.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { readMultipart } from '#web/multipart.ts';
import { seeOther, type Asked, type Sheet } from '../page.ts';
import { applicationSheet } from './one-page.tsx';
import { readOwn, type Seen } from './read-own.ts';
import { textsFor } from './texts.ts';

type Answered = Promise<Sheet | Response | 'notFound'>;

/** One post holds a form and two of the largest files; who has more adds them one by one. */
export const applicationBytes = 55 * 1_048_576;

const here = ({ lang, given }: Asked): string => institutionAddress('application', lang, { id: given['id'] ?? '' });
const reader = (form: Form) => (name: string) => form.get(name)?.[0] ?? '';

type Sent = { fields: Form; files: ReadonlyMap<string, File> };

async function readSent(request: Request): Promise<Sent | 'tooLarge' | null> {
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers.get('content-type') ?? '');
  if (isForm) {
    const form = await readForm(request, { many: ['remove'], maxFields: 200 });
    return form.ok ? { fields: form.value, files: new Map() } : form.refusal === 'tooLarge' ? 'tooLarge' : null;
  }
  const sent = await readMultipart(request, { maxFields: 200, maxBytes: applicationBytes });
  return sent.ok ? sent.value : sent.refusal === 'tooLarge' ? 'tooLarge' : null;
}

/** Keeps what was typed, and sends it where that was asked for. What is wrong with a file, or missing, keeps it from being sent, never from being saved. */
export async function takeAnswers(asked: Asked): Answered {
  const seen = await readOwn(asked);
  if (seen === undefined) return 'notFound';
  const { desk, lang, city, contact, now, request, baseUrl } = { ...asked, baseUrl: asked.desk.baseUrl };
  const texts = textsFor(lang).one;
  const sent = await readSent(request);
  if (sent === 'tooLarge') return applicationSheet(asked, { status: 422, problem: texts.refusals.tooLargeForm });
  if (sent === null) return new Response(null, { status: 400 });
  const typed = reader(sent.fields);
  const checked = await checkPapers(seen, sent.files);
  const isQuiet = typed('autosave') === '1';
  const isSending = typed('do') === 'send';
  const id = seen.application.id;
  const became = await desk.db.write(async (tx) => {
    const saved = await saveAnswers(tx, {
      id,
      institutionId: contact.institutionId,
      version: Number(typed('version')) || 0,
      typed,
      papers: checked.papers,
      // What saves itself takes no file away: that is for a button.
      removed: isQuiet ? [] : (sent.fields.get('remove') ?? []),
      now,
      zone: city.timeZone,
    });
    if (!saved.ok) return { refusal: saved.refusal, problems: [] };
    if (!isSending || checked.refused.length > 0) return { version: saved.value.version, problems: [] };
    // The same form sent twice has been sent.
    if (saved.value.state === 'sent') return { version: saved.value.version, problems: [] };
    const { fields } = await formNumbered(tx, saved.value.offerId, saved.value.formNumber);
    const problems = problemsIn(fields, withPapers(saved.value.answers, await papersOf(tx, id)));
    if (problems.length > 0) return { version: saved.value.version, problems };
    const moved = await moveApplication(tx, { id, version: saved.value.version, to: 'sent', by: { role: 'applicant', contactId: contact.contactId }, now, city, baseUrl });
    return moved.ok ? { version: moved.value.version, problems: [] } : { refusal: moved.refusal, problems: [] };
  });
  if (became.refusal !== undefined) {
    const status = became.refusal === 'stale' ? 409 : 422;
    if (isQuiet) return json(status, {});
    return applicationSheet(asked, { status, typed, problem: refusalInWords(became.refusal, lang), isStale: became.refusal === 'stale' });
  }
  if (isQuiet) return json(200, { version: became.version, saved: texts.saved(timeAt(now, city.timeZone)) });
  const errors = [
    ...checked.refused.map(({ field, refusal }) => ({ field, text: `${labelOf(seen, field, lang)}: ${texts.files[refusal]}`, own: texts.files[refusal] })),
    ...became.problems.map(({ key, problem }) => ({ field: key, text: `${labelOf(seen, key, lang)}: ${texts.problems[problem]}`, own: texts.problems[problem] })),
  ];
  if (errors.length > 0) return applicationSheet(asked, { status: 422, typed, errors });
  return seeOther(`${here(asked)}?done=${isSending ? 'sent' : 'saved'}`);
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });

const labelOf = ({ form }: Seen, key: string, lang: Asked['lang']): string => {
  const label = form.fields.find((field) => field.key === key)?.label;
  return label === undefined ? key : lang === 'en' ? (label.en ?? label.pl) : label.pl;
};

async function checkPapers({ form }: Seen, files: ReadonlyMap<string, File>): Promise<{ papers: Map<string, CheckedPaper>; refused: { field: string; refusal: PaperRefusal }[] }> {
  const papers = new Map<string, CheckedPaper>();
  const refused: { field: string; refusal: PaperRefusal }[] = [];
  for (const field of form.fields) {
    const file = field.kind === 'file' ? files.get(field.key) : undefined;
    if (file === undefined || field.kind !== 'file') continue;
    const checked = await checkPaper(file, field.megabytes);
    if (checked.ok) papers.set(field.key, checked.value);
    else refused.push({ field: field.key, refusal: checked.refusal });
  }
  return { papers, refused };
}

function refusalInWords(refusal: SaveRefusal | MoveRefusal, lang: Asked['lang']): string {
  const { refusals } = textsFor(lang).one;
  const known = new Map<string, string>(Object.entries(refusals));
  return known.get(refusal) ?? refusals.forbidden;
}

/** Withdraws, or makes an application of an interest. */
export async function takeStep(asked: Asked): Answered {
  const seen = await readOwn(asked);
  if (seen === undefined) return 'notFound';
  const { desk, lang, city, contact, now } = asked;
  const form = await readForm(asked.request, { maxFields: 20, maxBytes: 65_536 });
  if (!form.ok) return new Response(null, { status: 400 });
  const of = reader(form.value);
  const to = of('to');
  const texts = textsFor(lang).one;
  if (!isState(to) || (to !== 'withdrawn' && to !== 'draft')) return applicationSheet(asked, { status: 422, problem: texts.refusals.forbidden });
  if (to === 'withdrawn' && of('sure') !== 'yes') return applicationSheet(asked, { status: 422, errors: [{ field: 'withdraw', text: texts.refusals.sure }] });
  const by = { role: 'applicant', contactId: contact.contactId } as const;
  const moved = await desk.db.write((tx) =>
    moveApplication(tx, { id: seen.application.id, version: Number(of('version')) || 0, to, by, now, city, baseUrl: desk.baseUrl, reason: of('reason').slice(0, 1000) }),
  );
  if (!moved.ok)
    return applicationSheet(asked, {
      status: moved.refusal === 'stale' ? 409 : 422,
      problem: moved.refusal === 'stale' ? texts.refusals.forbidden : refusalInWords(moved.refusal, lang),
    });
  return seeOther(`${here(asked)}?done=saved`);
}

export async function takeMessage(asked: Asked): Answered {
  const seen = await readOwn(asked);
  if (seen === undefined) return 'notFound';
  const { desk, lang, city, contact, now } = asked;
  const form = await readForm(asked.request, { maxFields: 20, maxBytes: 65_536 });
  if (!form.ok) return new Response(null, { status: 400 });
  const of = reader(form.value);
  const id = seen.application.id;
  if (of('do') === 'read') {
    await desk.db.write((tx) => markRead(tx, id, 'coordinator', now));
    return seeOther(`${here(asked)}#messages`);
  }
  const by = { role: 'applicant', contactId: contact.contactId } as const;
  const once = /^[0-9a-f-]{36}$/.test(of('once')) ? of('once') : '';
  const written = once === '' ? null : await desk.db.write((tx) => writeMessage(tx, { id, by, text: of('text'), onceKey: once, now, city, baseUrl: desk.baseUrl }));
  if (written?.ok === true) return seeOther(`${here(asked)}?done=sent#messages`);
  return applicationSheet(asked, {
    status: 422,
    typed: (name) => (name === 'text' || name === 'once' ? of(name) : ''),
    errors: [{ field: 'text', text: textsFor(lang).one.refusals.message }],
  });
}

/** A file of one's own application, and of no other. */
export async function sendPaper(asked: Asked): Answered {
  const seen = await readOwn(asked);
  const file = asked.given['file'] ?? '';
  if (seen === undefined || !/^[0-9a-f-]{36}$/.test(file)) return 'notFound';
  const paper = await asked.desk.db.read((read) => paperWithContent(read, seen.application.id, file));
  return paper === undefined ? 'notFound' : attachment(paper);
}
