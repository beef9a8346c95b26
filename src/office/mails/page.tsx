import { instantInWords } from '#lang/dates.ts';
import { officeMails as en } from '#lang/en/office-mails.ts';
import type { Lang } from '#lang/lang.ts';
import { plural } from '#lang/numbers.ts';
import { officeMails as pl } from '#lang/pl/office-mails.ts';
import { tidy } from '#lang/typography.ts';
import { mailStates, mayTryAgain, type ListedMail, type MailState } from '#mail/index.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

type Given = { mails: readonly ListedMail[]; counts: Record<MailState, number>; state: MailState; outbox: string | null; lang: Lang; timeZone: string; now: Date };

export const MailsPage = ({ mails, counts, state, outbox, lang, timeZone, now }: Given) => {
  const texts = textsFor(lang);
  const at = (moment: Date): string => instantInWords(moment.toISOString(), lang, timeZone);
  return (
    <>
      <div class="kg-desk__top">
        <h1>{texts.title}</h1>
        <ChoiceChips
          label={texts.chipsLabel}
          choices={mailStates.map((one) => ({
            text: texts.chips[one],
            href: one === 'waiting' ? '/office/mails' : `/office/mails?show=${one}`,
            count: counts[one],
            current: one === state,
          }))}
        />
      </div>
      <p>
        {tidy(outbox === null ? texts.server : texts.folder, lang)} {outbox !== null && <code>{outbox}</code>}
      </p>
      {mails.length === 0 ? (
        <Empty title={texts.empty[state]} />
      ) : (
        <div class="kg-panel">
          <Table
            lang={lang}
            id="mails"
            caption={texts.caption[state]}
            rows={[...mails]}
            columns={[
              { head: texts.heads.subject, cell: (mail) => (state === 'sent' && outbox !== null ? <a href={`/office/mails/${mail.id}`}>{mail.subject}</a> : mail.subject) },
              { head: texts.heads.to, cell: (mail) => mail.to },
              { head: texts.heads.when, cell: (mail) => <time datetime={momentOf(mail).toISOString()}>{at(momentOf(mail))}</time> },
              ...(state === 'sent' ? [] : [{ head: texts.heads.why, cell: (mail: ListedMail) => <Why mail={mail} lang={lang} at={at} /> }]),
              ...(state === 'failed' || state === 'waiting'
                ? [{ head: <span class="kg-vh">{texts.heads.act}</span>, short: texts.heads.act, cell: (mail: ListedMail) => <Again mail={mail} lang={lang} now={now} /> }]
                : []),
            ]}
          />
        </div>
      )}
      {counts[state] > mails.length && <p>{texts.newest(String(counts[state]))}</p>}
    </>
  );
};

const momentOf = (mail: ListedMail): Date => mail.sentAt ?? mail.givenUpAt ?? mail.createdAt;

const Why = ({ mail, lang, at }: { mail: ListedMail; lang: Lang; at: (moment: Date) => string }) => {
  const texts = textsFor(lang);
  if (mail.attempts === 0 && mail.givenUpAt === null) return <>{texts.firstTry}</>;
  const tries = plural(mail.attempts, lang, texts.tries).replace('{n}', String(mail.attempts));
  // What a server says is in its own language.
  const said = mail.lastError === null ? tries : <span lang="">{mail.lastError}</span>;
  return (
    <TwoLines first={said} second={tidy([...(mail.lastError === null ? [] : [tries]), ...(mail.givenUpAt === null ? [texts.next(at(mail.nextTryAt))] : [])].join(', '), lang)} />
  );
};

const Again = ({ mail, lang, now }: { mail: ListedMail; lang: Lang; now: Date }) => {
  const texts = textsFor(lang);
  if (!mayTryAgain(mail, now)) return null;
  return (
    <form method="post" action={`/office/mails/${mail.id}/again`}>
      <button class="kg-linklike" type="submit" aria-label={texts.againFor(mail.subject)}>
        {texts.again}
      </button>
    </form>
  );
};

/** One mail of the folder, its text part as a mail program would show it. */
export const OneMail = ({ mail, text, lang, timeZone }: { mail: ListedMail; text: string | null; lang: Lang; timeZone: string }) => {
  const texts = textsFor(lang).one;
  return (
    <>
      <h1>{mail.subject}</h1>
      <SummaryList
        rows={[
          { term: texts.to, value: mail.to },
          ...(mail.sentAt === null
            ? []
            : [{ term: texts.sent, value: <time datetime={mail.sentAt.toISOString()}>{instantInWords(mail.sentAt.toISOString(), lang, timeZone)}</time> }]),
        ]}
      />
      <div class="kg-panel">{text === null ? <p class="kg-panel__body">{texts.gone}</p> : <p class="kg-mail-text">{linked(text)}</p>}</div>
      <p>
        <a href="/office/mails?show=sent">{texts.back}</a>
      </p>
    </>
  );
};

/** Addresses in the text as links, as a mail program would make them. */
const linked = (text: string) => text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part));
