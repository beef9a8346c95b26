import type { Paper } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { FileLink } from '#ui/file-link.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import type { Asked } from '../page.ts';
import type { SeenApplication } from './application-read.ts';
import { applicationPlace, Panel } from './frame.tsx';
import { textsFor } from './texts.ts';

/** What the institution sent. */
export const AnswersPanel = ({ seen: { application, form, papers }, asked: { lang } }: { seen: SeenApplication; asked: Asked }) => {
  const texts = textsFor(lang).one;
  if (application.erasedAt !== null) return null;
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
        paper !== undefined ? (
          <PaperLink applicationId={application.id} paper={paper} lang={lang} />
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
  return (
    <Panel id="answers" heading={texts.answers}>
      <div class="kg-panel__body">
        <SummaryList rows={rows} />
      </div>
    </Panel>
  );
};

export const PaperLink = ({ applicationId, paper, lang }: { applicationId: string; paper: Paper; lang: Asked['lang'] }) => (
  <FileLink href={applicationPlace(applicationId, `/files/${paper.id}`)} format={(paper.name.split('.').at(-1) ?? '').toUpperCase()} size={paper.size} lang={lang}>
    {paper.name}
  </FileLink>
);
