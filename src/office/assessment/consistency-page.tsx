import { cycleNamed, referenceWeights } from '#assessment/index.ts';
import { listInWords } from '#lang/numbers.ts';
import { inLang } from '#register/index.ts';
import { Button, Radios } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { answers, contradicts, questionsFor } from './consistency.ts';
import { cycleSheet, placeOf } from './frame.tsx';
import { lookAt } from './look.ts';
import { missingCycle } from './missing.tsx';
import { inWords } from './numbers.ts';
import { textsFor } from './texts.ts';
import { sideOf, sidePlace } from './weighing-page.tsx';

/** A few questions put another way; where an answer contradicts the weights, the page says which and by how much. Nothing is kept. */
export async function consistencySheet(asked: Asked): Promise<Sheet> {
  const { lang, query } = asked;
  const cycle = await asked.desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  const side = cycle && sideOf(asked, cycle);
  if (cycle === undefined || side === undefined) return missingCycle(asked);
  await lookAt(asked, cycle);
  const texts = textsFor(lang);
  const words = texts.weights.consistency;
  const made = referenceWeights(side.profile[side.index], side.criteria.length);
  const weights = made.ok ? made.value : [];
  const name = (place: number): string => {
    const one = side.criteria[place];
    return one === undefined ? '' : inLang(one.name, lang);
  };
  const quoted = (places: readonly number[]): string =>
    listInWords(
      places.map((place) => words.quoted(name(place))),
      lang,
    );
  const percent = (share: number): string => inWords(Math.round(share * 1000) / 10, lang);
  const questions = questionsFor(weights).map((question, at) => ({ question, field: `q${at + 1}`, answer: answers.find((one) => one === query.get(`q${at + 1}`)) }));
  const answered = questions.filter(({ answer }) => answer !== undefined);
  const wrong = answered.filter(({ question, answer }) => answer !== undefined && contradicts(answer, question, weights));
  return cycleSheet(asked, cycle, {
    title: words.heading,
    below: [
      { text: texts.cycle.pages.weights, href: placeOf(cycle, 'weights') },
      { text: words.heading, href: `${sidePlace(side)}/consistency` },
    ],
    content: (
      <>
        <h1>{words.heading}</h1>
        <p>{words.intro}</p>
        {answered.length > 0 && (
          <output class="kg-note kg-assess__said">
            {wrong.length === 0 && <p>{words.agree}</p>}
            {wrong.map(({ question: { one, others } }) => (
              <p>{words.differ(name(one), quoted(others), percent(weights[one] ?? 0), percent((weights[others[0]] ?? 0) + (weights[others[1]] ?? 0)))}</p>
            ))}
            {wrong.length > 0 && (
              <p>
                <a href={sidePlace(side)}>{texts.weights.change}</a>
              </p>
            )}
          </output>
        )}
        {questions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <form class="kg-panel" method="get" action={`${sidePlace(side)}/consistency`}>
            <div class="kg-form">
              {questions.map(({ question: { one, others }, field, answer }) => (
                <Radios
                  name={field}
                  label={words.question(name(one), quoted(others))}
                  lang={lang}
                  value={answer ?? ''}
                  options={[
                    { value: 'one', text: words.one(name(one)) },
                    { value: 'both', text: words.both },
                    { value: 'same', text: words.same },
                  ]}
                />
              ))}
            </div>
            <div class="kg-form__foot">
              <Button>{words.ask}</Button>
            </div>
          </form>
        )}
      </>
    ),
  });
}
