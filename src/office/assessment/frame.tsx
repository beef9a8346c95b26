import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import type { CycleState, WorkingCycle } from '#assessment/index.ts';
import type { Asked, Sheet } from '../page.ts';
import { textsFor } from './texts.ts';

type Part = 'cycle' | 'weights' | 'reference' | 'settings' | 'check';

export const placeOf = (cycle: Pick<WorkingCycle, 'slug'>, part: Part = 'cycle'): string => `/office/assessment/${cycle.slug}${part === 'cycle' ? '' : `/${part}`}`;

type Given = { title: string; below?: { text: string; href: string }[]; status?: number; errorPrefix?: boolean; headers?: Sheet['headers']; content: Child };

/** A page of one cycle, below the list of cycles. */
export function cycleSheet(asked: Asked, cycle: WorkingCycle, { title, below = [], status, errorPrefix = false, headers, content }: Given): Sheet {
  const texts = textsFor(asked.lang);
  return {
    title,
    rail: 'assessment',
    crumbs: [{ text: texts.title, href: '/office/assessment' }, { text: texts.cycle.title(cycle.year), href: placeOf(cycle) }, ...below],
    errorPrefix,
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers }),
    content,
  };
}

/** The parts of a cycle, one beside the other. */
export const Parts = ({ cycle, current, lang }: { cycle: WorkingCycle; current: Part; lang: Lang }) => {
  const { pages, pagesLabel } = textsFor(lang).cycle;
  const parts: Part[] = ['cycle', 'weights', 'reference', 'settings', 'check'];
  return (
    <nav class="kg-chips" aria-label={pagesLabel}>
      {parts.map((part) => (
        <a class="kg-chip" href={placeOf(cycle, part)} aria-current={part === current ? 'page' : undefined}>
          {pages[part]}
        </a>
      ))}
    </nav>
  );
};

const colours: Record<CycleState, string> = { open: 'blue', checking: 'yellow', closed: 'purple', submitted: 'yellow', published: 'green' };

export const StateTag = ({ state, lang }: { state: CycleState; lang: Lang }) => <span class={`govuk-tag govuk-tag--${colours[state]}`}>{textsFor(lang).states[state]}</span>;

/** What scrolls must be reached from the keyboard (WCAG 2.1.1), and then needs a role and a name. */
export const regionNamed = (labelledBy: string) => ({ role: 'region', tabindex: 0, 'aria-labelledby': labelledBy });

/** Something that went wrong with a whole form, said before it. */
export const Warning = ({ children }: { children: Child }) => (
  <div class="govuk-error-summary" role="alert">
    <p>{children}</p>
  </div>
);
