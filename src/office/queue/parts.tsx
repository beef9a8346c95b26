import type { Child } from '#markup/markup.ts';
import { office as officeEn } from '#lang/en/office.ts';
import type { Lang } from '#lang/lang.ts';
import { office as officePl } from '#lang/pl/office.ts';
import { TextArea } from '#ui/fields.tsx';
import type { Sheet } from '../page.ts';
import type { Fault } from './reason.ts';
import { textsFor } from './texts.ts';

/** The forms of one page as they were typed; on a fresh page nothing was. */
export type Typed = { of: (name: string) => string; faults: readonly Fault[] };

export const untouched: Typed = { of: () => '', faults: [] };

export const errorOf = (typed: Typed, field: string): string | undefined => typed.faults.find((fault) => fault.field === field)?.text;

/** The reason as the public will read it. `prefix` keeps the ids of several forms on a page apart. */
export const WhyFields = ({ typed, lang, prefix = '' }: { typed: Typed; lang: Lang; prefix?: string }) => {
  const texts = textsFor(lang).why;
  return (
    <div class="kg-queue__why">
      <TextArea
        name="whyPl"
        id={`${prefix}whyPl`}
        label={texts.pl}
        hint={texts.hint}
        rows={2}
        maxlength={500}
        lang={lang}
        value={typed.of('whyPl')}
        error={errorOf(typed, 'whyPl')}
      />
      <TextArea
        name="whyEn"
        id={`${prefix}whyEn`}
        label={texts.en}
        hint={texts.enHint}
        rows={2}
        maxlength={500}
        lang={lang}
        value={typed.of('whyEn')}
        error={errorOf(typed, 'whyEn')}
      />
    </div>
  );
};

export const Panel = ({ id, heading, aside, children }: { id: string; heading: Child; aside?: Child; children: Child }) => (
  <section class="kg-panel" aria-labelledby={id}>
    <div class="kg-panel__head">
      <h2 id={id}>{heading}</h2>
      {aside}
    </div>
    {children}
  </section>
);

/** A revision that is not there: never was, or not under this address. */
export function nothingHere(lang: Lang): Sheet {
  const texts = (lang === 'pl' ? officePl : officeEn).missing;
  return { title: texts.title, rail: 'queue', status: 404, content: <Message title={texts.title} lines={[texts.text]} lang={lang} /> };
}

/** A step that was refused, with the reason and a way back. */
export const refusedSheet = (given: { title: string; lines: readonly string[]; lang: Lang; status: 403 | 409; revisionId?: string }): Sheet => ({
  title: given.title,
  rail: 'queue',
  status: given.status,
  content: <Message {...given} />,
});

const Message = ({ title, lines, lang, revisionId }: { title: string; lines: readonly string[]; lang: Lang; revisionId?: string | undefined }) => (
  <>
    <h1>{title}</h1>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
    <p>
      {revisionId !== undefined && (
        <>
          <a href={`/office/queue/${revisionId}`}>{textsFor(lang).backToReview}</a> ·{' '}
        </>
      )}
      <a href="/office/queue">{textsFor(lang).backToQueue}</a>
    </p>
  </>
);
