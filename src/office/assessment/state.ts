import { checkCycle, cycleNamed, publishCycle, reopenCycle } from '#assessment/index.ts';
import { parseEdtf } from '#basics/edtf.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { closings, startClosing } from './closing.ts';
import { cycleOverview } from './cycle-page.tsx';
import { placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { textsFor } from './texts.ts';

/** Takes the next step of a cycle, or one back. */
export async function step(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const { desk, lang, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const cycle = await desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  if (cycle === undefined) return missingCycle(asked);
  const { problems } = textsFor(lang).cycle;
  const place = placeOf(cycle);
  const given = { cycleId: cycle.id, version: Number(form.of('version')), actor: actorOf(asked.person), now };
  const button = form.of('do');
  if (button === 'stop') {
    closings.find(desk.db, cycle.slug)?.stop();
    return seeOther(place);
  }
  if (button === 'close') {
    const typed = form.of('closedOn').trim();
    const read = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? parseEdtf(typed) : null;
    if (read === null || typed > asked.today) return cycleOverview(asked, { status: 422, closeDay: { typed, problem: problems.badDay } });
    if (cycle.version !== given.version) return cycleOverview(asked, { status: 409, problem: problems.stale });
    if (cycle.state !== 'checking') return cycleOverview(asked, { status: 409, problem: problems.notNow });
    startClosing(desk.db, { cycleId: cycle.id, slug: cycle.slug, version: given.version, actor: given.actor, closedOn: typed, clock: desk.now });
    return seeOther(place);
  }
  const taken =
    button === 'check'
      ? await checkCycle(desk.db, given)
      : button === 'submit'
        ? await publishCycle(desk.db, desk.kinds, given)
        : button === 'reopen'
          ? await reopenCycle(desk.db, given)
          : null;
  if (taken === null) return cycleOverview(asked, { status: 422, problem: problems.notNow });
  if (taken.ok) return seeOther(`${place}?done=${button === 'submit' ? 'submitted' : 'saved'}`);
  if (taken.refusal === 'noSuchCycle') return missingCycle(asked);
  const words =
    taken.refusal === 'stale'
      ? problems.stale
      : taken.refusal === 'frozen'
        ? problems.frozen
        : taken.refusal === 'notNow'
          ? problems.notNow
          : `${problems.closing} ${taken.detail ?? ''}`;
  return cycleOverview(asked, { status: 409, problem: words });
}
