import { cycleNamed, scorersOf, setScorers, takesScores } from '#assessment/index.ts';
import { enqueueMail } from '#mail/index.ts';
import { unitsBySlug } from '#register/index.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { cycleOverview } from './cycle-page.tsx';
import { placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { peopleToAsk, type Askable } from './store.ts';
import { textsFor } from './texts.ts';

/** Asks somebody to score the memberships of a unit, or ends that. */
export async function changeScorers(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const { desk, lang, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const found = await desk.db.read(async (reader) => {
    const cycle = await cycleNamed(reader, asked.given['cycle'] ?? '');
    return cycle && { cycle, scorers: await scorersOf(reader, cycle.id), people: await peopleToAsk(reader), units: await unitsBySlug(reader) };
  });
  if (found === undefined) return missingCycle(asked);
  const { cycle, scorers, people, units } = found;
  const { problems } = textsFor(lang).cycle;
  if (!takesScores(cycle.state)) return cycleOverview(asked, { status: 409, problem: problems.notOpen });
  const [typedPerson, typedUnit] = [form.of('person'), form.of('unit')];
  const unit = typedUnit === '*' ? null : typedUnit;
  const isSame = (one: { actorId: string; unit: string | null }): boolean => one.actorId === typedPerson && one.unit === unit;
  const kept = scorers.map(({ actorId, unit: own }) => ({ actorId, unit: own }));
  if (form.of('do') === 'remove') {
    await setScorers(desk.db, { cycleId: cycle.id, scorers: kept.filter((one) => !isSame(one)), actor: actorOf(asked.person), now });
    return seeOther(`${placeOf(cycle)}?done=saved`);
  }
  const person = people.find((one) => one.actorId === typedPerson);
  const isUnitWrong = unit !== null && !units.has(unit);
  if (person === undefined || isUnitWrong)
    return cycleOverview(asked, {
      status: 422,
      scorers: { person: typedPerson, unit: typedUnit, problems: [...(person === undefined ? ['person' as const] : []), ...(isUnitWrong ? ['unit' as const] : [])] },
    });
  if (kept.some(isSame)) return seeOther(`${placeOf(cycle)}?done=saved`);
  const set = await setScorers(desk.db, { cycleId: cycle.id, scorers: [...kept, { actorId: person.actorId, unit }], actor: actorOf(asked.person), now });
  if (!set.ok) return cycleOverview(asked, { status: 409, problem: problems.notOpen });
  await tell(asked, person, { year: cycle.year, place: placeOf(cycle), what: unit === null ? null : (units.get(unit)?.body.name.pl ?? unit) });
  return seeOther(`${placeOf(cycle)}?done=saved`);
}

/** Whoever has no way in from the rail finds the sheets by the address in the letter. */
async function tell(asked: Asked, person: Askable, { year, place, what }: { year: number; place: string; what: string | null }): Promise<void> {
  const { email } = person;
  if (email === null) return;
  const { scorers } = textsFor('pl');
  const text = scorers.mail.text(what ?? scorers.everything, `${asked.desk.baseUrl}${place}`);
  const html = text
    .trim()
    .split('\n\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
  await asked.desk.db.write((tx) =>
    enqueueMail(tx, { to: email, subject: scorers.mail.subject(year), text, html, onceKey: `score ${place} ${person.actorId} ${what ?? ''}` }, asked.now),
  );
}
