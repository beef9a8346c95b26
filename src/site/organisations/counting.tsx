import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { tidy } from '#lang/typography.ts';
import { characters, countIn, deciders, type CountedBy } from '#register/index.ts';
import { ChoiceChips, type Choice } from '#ui/chips.tsx';
import { Section } from '#ui/section.tsx';
import { changed, listAddress, listedStatuses, type ListQuery } from './query.ts';
import type { ListView } from './read.ts';
import { textsFor } from './texts.ts';

/** What the list counts to under each choice, all other filters kept. A choice that would leave nothing is left out. */
function choices<Name extends 'status' | 'decided' | 'character'>(
  view: ListView,
  name: Name,
  values: readonly NonNullable<CountedBy[Name]>[],
  said: (value: NonNullable<CountedBy[Name]>) => string,
  lang: Lang,
): Choice[] {
  const current = view.query[name];
  return values.flatMap((value) => {
    const change: Partial<ListQuery> = { [name]: value };
    const asked = changed(view.query, change);
    const count = countIn(view.groups, asked);
    return count === 0 && value !== current ? [] : [{ text: said(value), count, href: listAddress(lang, asked), current: value === current }];
  });
}

/** The same periods counted three ways, each count leading to its list. */
export const Counting = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const { counting } = textsFor(lang);
  const words = wordsFor(lang);
  const any = changed(view.query, { status: undefined });
  const all: Choice = { text: counting.all, count: countIn(view.groups, any), href: listAddress(lang, any), current: view.query.status === undefined };
  const ways = [
    { label: counting.byStatus, choices: [all, ...choices(view, 'status', listedStatuses, (value) => words.status[value], lang)] },
    { label: counting.byDecider, choices: choices(view, 'decided', deciders, (value) => words.decidedBy[value], lang) },
    { label: counting.byCharacter, choices: choices(view, 'character', characters, (value) => words.character[value], lang) },
  ];
  return (
    <Section id={lang === 'pl' ? 'ile' : 'how-many'} heading={tidy(counting.heading, lang)} intro={counting.intro}>
      <dl class="kg-ways">
        {ways
          .filter((way) => way.choices.length > 0)
          .map((way) => (
            <div>
              <dt>{way.label}</dt>
              <dd>
                <ChoiceChips label={way.label} choices={way.choices} />
              </dd>
            </div>
          ))}
      </dl>
    </Section>
  );
};
