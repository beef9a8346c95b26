import type { Child } from '#markup/markup.ts';
import type { MembershipSummary } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import type { SourceNotes } from '#ui/source-notes.ts';
import type { CycleView } from '../read.ts';
import { byName } from '../summary-groups.ts';
import { Answers } from './answers.tsx';
import { ClassesSection } from './classes-section.tsx';
import { figuresOf, type MembershipFigures } from './figures.ts';
import { Method } from './method.tsx';
import { PlaneSection } from './plane-section.tsx';
import { Sensitive } from './sensitive.tsx';

type SectionsProps = {
  cycle: CycleView;
  today?: readonly MembershipSummary[];
  notes: SourceNotes;
  lang: Lang;
  more: (one: MembershipFigures) => Child;
  /** Between the answers and the method: the form "what if". */
  whatIf: Child;
};

/** The second layer of a published cycle, in the order in which a resident asks. */
export const CycleSections = ({ cycle, today, notes, lang, more, whatIf }: SectionsProps) => {
  const figures = figuresOf(cycle.body);
  const all = byName(
    figures.memberships.map((one) => ({ ...one, name: one.one.name })),
    lang,
  );
  return (
    <>
      <PlaneSection slug={cycle.slug} body={cycle.body} figures={figures} all={all} lang={lang} />
      <ClassesSection body={cycle.body} all={all} lang={lang} />
      <Answers cycle={cycle} all={all} {...(today === undefined ? {} : { today })} notes={notes} lang={lang} more={more} />
      {whatIf}
      <Sensitive figures={figures} lang={lang} />
      <Method slug={cycle.slug} body={cycle.body} figures={figures} all={all} lang={lang} />
    </>
  );
};
