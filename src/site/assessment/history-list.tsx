import type { CycleInList } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from './texts.ts';

/** Every published cycle; each stays as it was. */
export const CycleHistory = ({ cycles, current, lang }: { cycles: readonly CycleInList[]; current?: string; lang: Lang }) => {
  const { history } = textsFor(lang);
  return (
    <Section id={history.id} heading={tidy(history.heading, lang)}>
      <ul class="kg-names">
        {cycles.map(({ slug, year, closedOn }) => (
          <li>
            <a href={addressOf('assessmentCycle', lang, { slug })} aria-current={slug === current ? 'page' : undefined}>
              {tidy(history.row(year, dateInWords(closedOn, lang)), lang)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};
