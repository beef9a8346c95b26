import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { InLang } from '#ui/prose.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage } from '../page.ts';
import { answerId } from './cycle/plane-section.tsx';
import { CycleSections } from './cycle/sections.tsx';
import { Documented } from './documented.tsx';
import { CycleHistory } from './history-list.tsx';
import { summaryColumns, summaryCells } from './machine.ts';
import { Missing } from './missing.tsx';
import { readAssessmentPage, type View } from './read.ts';
import { textsFor } from './texts.ts';
import { ThreeQuestions } from './three.tsx';
import { WhatIfSection } from './what-if/form.tsx';

/** "Co dają członkostwa?": what is documented first; what a published cycle made of it after. */
export const assessmentPage = publicPage<View>({
  name: 'assessment',
  section: 'assessment',
  read: readAssessmentPage,

  show(view, { lang }) {
    const texts = textsFor(lang);
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.nav, href: addressOf('assessment', lang) }],
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      canonicalQuery: view.whatIf?.query ?? '',
      // Every reader's numbers are other ones: they are neither for search engines nor for the store of pages.
      noIndex: (view.whatIf?.query ?? '') !== '',
      notKept: (view.whatIf?.query ?? '') !== '',
      content: <Content view={view} lang={lang} />,
    };
  },

  json({ summary, cycles, cycle, label }, { lang }) {
    return {
      summary,
      cycles: cycles.map((one) => ({
        ...one,
        address: addressOf('assessmentCycle', lang, { slug: one.slug }),
        data: `${addressOf('assessmentCycle', lang, { slug: one.slug })}.json`,
      })),
      decisions: cycle?.decisions.map(({ slug, body }) => ({ slug, ...body })) ?? [],
      label: label ?? null,
    };
  },

  csv: ({ summary }, { lang }) => ({
    name: 'documented-effects',
    columns: summaryColumns,
    rows: summary.memberships.map((one) => summaryCells.map(([, cell]) => cell(one, lang))),
  }),
});

const Content = ({ view, lang }: { view: View; lang: Lang }) => {
  const texts = textsFor(lang);
  const { summary, cycle, whatIf } = view;
  const notes = sourceNotes();
  return (
    <>
      <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead(summary.city.effects.count, summary.city.costs.known, summary.city.costs.of), lang)} />
      <ThreeQuestions view={view} lang={lang} />
      <Documented summary={summary} lang={lang} />
      <Missing summary={summary} lang={lang} />
      {cycle === null && (
        <Section id={texts.none.id} heading={tidy(texts.none.heading, lang)}>
          <p>{tidy(texts.none.text, lang)}</p>
        </Section>
      )}
      {cycle !== null && (
        <>
          <CycleSections
            cycle={cycle}
            today={summary.memberships}
            notes={notes}
            lang={lang}
            more={({ one }) => (
              <a href={`${addressOf('assessmentCycle', lang, { slug: cycle.slug })}#${answerId(one.membership)}`}>
                {texts.answers.indicators}
                <span class="kg-vh">
                  : <InLang text={one.name} lang={lang} note={false} />
                </span>
              </a>
            )}
            whatIf={whatIf && <WhatIfSection cycle={cycle} view={whatIf} action={addressOf('assessment', lang)} lang={lang} />}
          />
          <CycleHistory cycles={view.cycles} lang={lang} />
        </>
      )}
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
