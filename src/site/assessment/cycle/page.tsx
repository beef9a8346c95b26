import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { labelOf, type LabelFacts } from '#publishing/history.ts';
import { listAssessments, type CycleInList } from '#assessment/index.ts';
import { Paragraphs } from '#ui/prose.tsx';
import { PageTitle } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { CycleHistory } from '../history-list.tsx';
import { notFound, publicPage } from '../../page.ts';
import { readCycle, type CycleView } from '../read.ts';
import { textsFor } from '../texts.ts';
import { WhatIfSection } from '../what-if/form.tsx';
import { readWhatIf, type WhatIfView } from '../what-if/read.ts';
import { Indicators } from './indicators.tsx';
import { cycleAsData, cycleCells, cycleColumns, cycleRows } from './machine.ts';
import { CycleSections } from './sections.tsx';

type View = { cycle: CycleView; cycles: CycleInList[]; whatIf: WhatIfView; label: LabelFacts | undefined };

/** One published cycle whole: every answer with the records it was made from. It never changes. */
export const assessmentCyclePage = publicPage<View>({
  name: 'assessmentCycle',
  section: 'assessment',

  async read({ reader, given, query }) {
    const cycle = await readCycle(reader, given['slug'] ?? '');
    if (cycle === null) return notFound;
    return { cycle, cycles: await listAssessments(reader), whatIf: await readWhatIf(cycle, query), label: await labelOf(reader, cycle.id) };
  },

  show(view, { lang }) {
    const texts = textsFor(lang);
    const { slug, body } = view.cycle;
    const title = texts.cycle.title(body.year);
    return {
      title,
      description: texts.cycle.description(body.year),
      crumbs: [
        { text: texts.nav, href: addressOf('assessment', lang) },
        { text: title, href: addressOf('assessmentCycle', lang, { slug }) },
      ],
      label: view.label && { facts: view.label, history: addressOf('history', lang, { kind: 'assessments', slug }) },
      canonicalQuery: view.whatIf.query,
      // Every reader's numbers are other ones: they are neither for search engines nor for the store of pages.
      noIndex: view.whatIf.query !== '',
      notKept: view.whatIf.query !== '',
      content: <Content view={view} lang={lang} />,
    };
  },

  json: (view, { lang }) => ({ ...cycleAsData(view.cycle, lang), label: view.label ?? null }),
  csv: ({ cycle }, { lang }) => ({ name: cycle.slug, columns: cycleColumns, rows: cycleRows(cycle.body).map((row) => cycleCells.map(([, cell]) => cell(row, lang))) }),
});

const Content = ({ view: { cycle, cycles, whatIf }, lang }: { view: View; lang: Lang }) => {
  const texts = textsFor(lang);
  const notes = sourceNotes();
  const { body } = cycle;
  return (
    <>
      <PageTitle title={tidy(texts.cycle.title(body.year), lang)} lead={tidy(texts.cycle.lead(dateInWords(body.closedOn, lang)), lang)}>
        {body.summary && <Paragraphs text={body.summary} lang={lang} after={<SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />} />}
      </PageTitle>
      <CycleSections
        cycle={cycle}
        notes={notes}
        lang={lang}
        more={(figures) => <Indicators figures={figures} lang={lang} />}
        whatIf={<WhatIfSection cycle={cycle} view={whatIf} action={addressOf('assessmentCycle', lang, { slug: cycle.slug })} lang={lang} />}
      />
      <CycleHistory cycles={cycles} current={cycle.slug} lang={lang} />
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
