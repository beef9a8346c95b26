import type { Lang } from '#lang/lang.ts';
import type { Application, ApplicationForm, Paper } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { FileLink } from '#ui/file-link.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { formatOf } from './answer-field.tsx';
import { textsFor } from './texts.ts';

/** What was sent, to be read. */
export const AnswersShown = ({ form, application, papers, lang }: { form: ApplicationForm; application: Application; papers: readonly Paper[]; lang: Lang }) => {
  const texts = textsFor(lang).one;
  const { interest } = application;
  const rows = [
    ...(interest === null
      ? []
      : [
          { term: texts.interest.who, value: interest.who },
          { term: texts.interest.what, value: <Paragraphs text={interest.what} lang={lang} /> },
        ]),
    ...form.fields.map((field) => {
      const answer = application.answers[field.key] ?? '';
      const paper = papers.find((one) => one.purpose === 'answer' && one.field === field.key);
      const chosen = field.kind === 'choice' ? field.options.find((option) => option.key === answer) : undefined;
      const value =
        field.kind === 'file' && paper !== undefined ? (
          <FileLink href={institutionAddress('applicationFile', lang, { id: application.id, file: paper.id })} format={formatOf(paper)} size={paper.size} lang={lang}>
            {paper.name}
          </FileLink>
        ) : field.kind === 'declaration' && answer === 'yes' ? (
          texts.declared
        ) : chosen !== undefined ? (
          inLang(chosen.label, lang)
        ) : answer === '' ? (
          <span class="kg-unknown">{texts.none}</span>
        ) : (
          <Paragraphs text={answer} lang={lang} />
        );
      return { term: inLang(field.label, lang), value };
    }),
  ];
  if (rows.length === 0) return null;
  return (
    <Section id="answers" heading={texts.answers}>
      <SummaryList rows={rows} />
    </Section>
  );
};
