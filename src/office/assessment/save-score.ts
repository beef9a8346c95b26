import { cycleNamed, saveScore, scorersOf, scoresOfCycle, type Judgement } from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import { parseEdtf } from '#basics/edtf.ts';
import { actorOf, NotAllowed, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import type { ScoreCame, ScoreField } from './score-came.ts';
import { placeOf } from './frame.tsx';
import { mayScoreIt } from './load.ts';
import { missingCycle } from './missing.tsx';
import { readNumber } from './numbers.ts';
import { membershipSheet } from './sheet-page.tsx';
import { unitsOfMemberships } from './store.ts';
import { textsFor } from './texts.ts';

type Read = { ok: true; judgement: Judgement | null } | { ok: false; problems: { field: ScoreField; text: string }[] };

/** What somebody typed, as a judgement; null where the register shall speak. */
function readJudgement(of: (field: string) => string, lang: Asked['lang']): Read {
  const { problems: words } = textsFor(lang).sheet;
  const what = of('what');
  if (what === 'register') return { ok: true, judgement: null };
  if (what !== 'judged' && what !== 'confirmed-none') return { ok: false, problems: [{ field: 'what', text: words.what }] };
  const problems: { field: ScoreField; text: string }[] = [];
  const from = readNumber(of('from'));
  const to = of('to').trim() === '' ? from : readNumber(of('to'));
  if (what === 'judged' && from === null) problems.push({ field: 'from', text: words.notANumber });
  if (what === 'judged' && from !== null && to === null) problems.push({ field: 'to', text: words.notANumber });
  const seenOn = of('seenOn').trim();
  if (parseEdtf(seenOn) === null) problems.push({ field: 'seenOn', text: words.seenOn });
  const [pl, en] = [of('reason').trim(), of('reasonEn').trim()];
  if (pl === '') problems.push({ field: 'reason', text: words.reason });
  if (problems.length > 0) return { ok: false, problems };
  const said = { seenOn, reason: { pl, ...(en === '' ? {} : { en }) } };
  if (what === 'confirmed-none') return { ok: true, judgement: { state: what, from: null, to: null, ...said } };
  return from === null || to === null ? { ok: false, problems } : { ok: true, judgement: { state: what, from, to, ...said } };
}

/** Saves one criterion of one membership. */
export async function saveSheet(asked: Asked): Promise<Sheet | Response> {
  const { desk, lang, person, now } = asked;
  const { membership = '', criterion = '' } = asked.given;
  const found = await desk.db.read(async (reader) => {
    const cycle = await cycleNamed(reader, asked.given['cycle'] ?? '');
    return cycle && { cycle, scorers: await scorersOf(reader, cycle.id), units: await unitsOfMemberships(reader) };
  });
  if (found === undefined) return missingCycle(asked);
  if (!mayScoreIt(asked, found, membership)) throw new NotAllowed('assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const { cycle } = found;
  const words = textsFor(lang).sheet.problems;
  const back = (given: Pick<ScoreCame, 'status' | 'problems' | 'stands'>): Promise<Sheet> => membershipSheet(asked, { ...given, criterion, typed: form.of });
  const read = readJudgement(form.of, lang);
  if (!read.ok) return back({ status: 422, problems: read.problems, stands: undefined });
  const version = form.of('version');
  const saved = await saveScore(desk.db, {
    cycleId: cycle.id,
    membership,
    criterion,
    basedOn: /^\d{1,9}$/.test(version) ? Number(version) : null,
    judgement: read.judgement,
    actor: actorOf(person),
    now,
    isAssessor: holds(person, 'assessor'),
  });
  const done = `${placeOf(cycle)}/${membership}?done=saved#${criterion}`;
  if (saved.ok) return seeOther(done);
  switch (saved.refusal) {
    case 'stale': {
      const scores = await desk.db.read((reader) => scoresOfCycle(reader, cycle.id));
      const stands = scores.find((one) => one.membership === membership && one.criterion === criterion)?.judgement ?? null;
      // A form sent twice asks for what is kept already.
      if (isSame(stands, read.judgement)) return seeOther(done);
      return back({ status: 409, problems: [{ field: 'form', text: words.stale }], stands });
    }
    case 'notANumber':
      return back({ status: 422, problems: [{ field: 'from', text: words.notANumber }], stands: undefined });
    case 'turnedAround':
      return back({ status: 422, problems: [{ field: 'from', text: words.turnedAround }], stands: undefined });
    case 'outsideScale':
      return back({ status: 422, problems: [{ field: 'from', text: words.outsideScale(saved.detail ?? '') }], stands: undefined });
    case 'notYours':
      throw new NotAllowed('assessor');
    case 'notOpen':
      return back({ status: 409, problems: [{ field: 'form', text: words.notOpen }], stands: undefined });
    case 'noSuchCycle':
    case 'noSuchMembership':
    case 'noSuchCriterion':
      return missingCycle(asked);
  }
}

function isSame(a: Judgement | null, b: Judgement | null): boolean {
  if (a === null || b === null) return a === b;
  return a.state === b.state && a.from === b.from && a.to === b.to && a.seenOn === b.seenOn && a.reason.pl === b.reason.pl && a.reason.en === b.reason.en;
}
