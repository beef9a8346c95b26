import type { Child } from '#markup/markup.ts';
import { holds } from '#accounts/index.ts';
import { filledIn, findItem, takesSeveral, type Chosen, type FieldRead, type Finding } from '#offers/index.ts';
import { tidy } from '#lang/typography.ts';
import { SummaryList } from '#ui/facts.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { Tag } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { SafeLink } from '#ui/links.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { valueInWords } from './in-words.ts';
import { isId, loaded, type Loaded } from './load.ts';
import { passagesIn } from './marks.ts';
import { textsFor } from './texts.ts';

export type Came = { chosen?: Chosen; reason?: string; errors: readonly { field: string; text: string }[]; status?: number };

/** One mail: what was read of it, beside the text with the words it came from. */
export async function itemSheet(asked: Asked, came?: Came): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const id = asked.given['id'] ?? '';
  const found = isId(id)
    ? await asked.desk.db.read(async (reader) => {
        const item = await findItem(reader, id);
        return item && loaded(reader, item, asked);
      })
    : undefined;
  if (found === undefined) return missingSheet(asked);
  const { lang } = asked;
  const texts = textsFor(lang);
  const { item } = found;
  const title = item.subject ?? texts.list.noSubject;
  const errors = [...(came?.errors ?? [])];
  return {
    title,
    rail: 'intake',
    crumbs: [
      { text: texts.title, href: '/office/intake' },
      { text: title, href: `/office/intake/${item.id}` },
    ],
    ...(came === undefined ? {} : { status: came.status ?? 422, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{title}</h1>
        </div>
        <Settled asked={asked} found={found} />
        {item.erasedAt === null ? <Open asked={asked} found={found} came={came} /> : <p>{tidy(texts.item.erased, lang)}</p>}
      </>
    ),
  };
}

export const missingSheet = ({ lang }: Pick<Asked, 'lang'>): Sheet => {
  const { missing } = textsFor(lang);
  return {
    title: missing.title,
    rail: 'intake',
    status: 404,
    content: (
      <>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>
          <a href="/office/intake">{missing.back}</a>
        </p>
      </>
    ),
  };
};

type Props = { asked: Asked; found: Loaded };

const Settled = ({ asked: { lang }, found: { item } }: Props) => {
  const { settled, openDraft, takeBack } = textsFor(lang).item;
  if (item.state === 'new') return null;
  return (
    <div class="kg-panel kg-intake__settled">
      <p>
        {item.state === 'drafted' ? settled.drafted : settled['set-aside'](item.reason ?? '')} {item.draftId !== null && <a href={`/office/drafts/${item.draftId}`}>{openDraft}</a>}
      </p>
      {item.erasedAt === null && (
        <form method="post" action={`/office/intake/${item.id}/take-back`}>
          <Button secondary>{takeBack}</Button>
        </form>
      )}
    </div>
  );
};

const Open = ({ asked, found, came }: Props & { came: Came | undefined }) => {
  const { lang } = asked;
  const { item: texts } = textsFor(lang);
  const { item, findings, fields } = found;
  const { stretches, numberOf } = passagesIn(item.body ?? '', findings);
  return (
    <>
      <Facts asked={asked} found={found} />
      <div class="kg-intake">
        <section class="kg-panel" aria-labelledby="fields">
          <div class="kg-panel__head">
            <h2 id="fields">{texts.fields}</h2>
          </div>
          <div class="kg-intake__fields">
            <p>{tidy(fields.length === 0 ? texts.nothing : texts.fieldsLead, lang)}</p>
            <form method="post" action={`/office/intake/${item.id}/draft`} id="draft">
              {fields
                .filter(({ field }) => field !== 'other')
                .map((one) => (
                  <Choice
                    read={one}
                    asked={asked}
                    found={found}
                    numberOf={numberOf}
                    chosen={(came?.chosen ?? filledIn(fields)).get(one.field) ?? []}
                    error={errorOf(came, one.field)}
                  />
                ))}
              {item.state === 'new' && (
                <div class="kg-intake__foot">
                  <Button>{texts.make}</Button>
                  <p class="kg-quiet">{tidy(holds(asked.person, 'editor') ? texts.makeNote : texts.makeNoteCoordinator, lang)}</p>
                </div>
              )}
            </form>
            <Others read={fields.find(({ field }) => field === 'other')} asked={asked} found={found} numberOf={numberOf} />
          </div>
          {item.state === 'new' && (
            <form method="post" action={`/office/intake/${item.id}/set-aside`} class="kg-intake__fields kg-intake__aside" aria-labelledby="aside" novalidate>
              <h3 id="aside">{texts.asideHeading}</h3>
              <TextInput name="reason" label={texts.reason} hint={tidy(texts.reasonHint, lang)} value={came?.reason} error={errorOf(came, 'reason')} maxlength={300} lang={lang} />
              <Button secondary>{texts.aside}</Button>
            </form>
          )}
        </section>
        <div class="kg-panel">
          <div class="kg-panel__head">
            <h2 id="text">{texts.text}</h2>
          </div>
          <div class="kg-mail-text kg-intake__text" lang="">
            {stretches.map(({ text, number }) =>
              number === null ? (
                text
              ) : (
                <mark id={`passage-${number}`}>
                  <span class="kg-vh" lang={lang}>
                    {texts.mark(number)}:{' '}
                  </span>
                  {text}
                  <sup aria-hidden="true">{number}</sup>
                </mark>
              ),
            )}
          </div>
          {item.isCut && <p class="kg-intake__fields kg-quiet">{texts.cut}</p>}
        </div>
      </div>
    </>
  );
};

const errorOf = (came: Came | undefined, field: string): string | undefined => came?.errors.find((error) => error.field === field)?.text;

const Facts = ({ asked: { lang, city }, found: { item } }: Props) => {
  const { item: texts } = textsFor(lang);
  const rows: { term: string; value: Child }[] = [
    {
      term: texts.sender,
      value:
        item.senderAddress === null ? (
          texts.noSender
        ) : (
          <>
            <p>{item.senderName === null || item.senderName === '' ? item.senderAddress : `${item.senderName} <${item.senderAddress}>`}</p>
            <p class="kg-quiet">{tidy(texts.senderNote, lang)}</p>
          </>
        ),
    },
    ...(item.sentAt === null ? [] : [{ term: texts.sentAt, value: <Moment at={item.sentAt.toISOString()} lang={lang} timeZone={city.timeZone} /> }]),
    { term: texts.arrived, value: <Moment at={item.arrivedAt.toISOString()} lang={lang} timeZone={city.timeZone} /> },
    ...(item.url === null ? [] : [{ term: texts.url, value: <SafeLink href={item.url}>{item.url}</SafeLink> }]),
    ...(item.attachments.length === 0
      ? []
      : [
          {
            term: texts.attachments,
            value: (
              <>
                <ul>
                  {item.attachments.map(({ name, type, size }) => (
                    <li>
                      {name === '' ? type : name} <span class="kg-quiet">({texts.size(size)})</span>
                    </li>
                  ))}
                </ul>
                <p class="kg-quiet">{tidy(texts.attachmentsNote, lang)}</p>
              </>
            ),
          },
        ]),
  ];
  return <SummaryList rows={rows} />;
};

type ReadProps = Props & { numberOf: (finding: Finding) => number | null };

const Choice = ({ read, asked, found, numberOf, chosen, error }: ReadProps & { read: FieldRead; chosen: readonly string[]; error: string | undefined }) => {
  const { lang } = asked;
  const { fields, item: texts } = textsFor(lang);
  const { field, candidates, filled } = read;
  const many = takesSeveral(field);
  const isOpen = found.item.state === 'new';
  return (
    <fieldset class={error === undefined ? 'govuk-form-group kg-intake__field' : 'govuk-form-group govuk-form-group--error kg-intake__field'}>
      <legend class="govuk-label">
        {fields[field]} <Tag tone={filled === null ? 'warn' : 'good'}>{filled === null ? (many ? texts.hint : texts.ask) : texts.filled}</Tag>
      </legend>
      {error !== undefined && <p class="govuk-error-message">{error}</p>}
      {candidates.map((candidate, index) => (
        <div class="kg-intake__answer">
          <input
            type={many ? 'checkbox' : 'radio'}
            id={index === 0 ? field : `${field}-${index}`}
            name={field}
            value={candidate.value}
            checked={chosen.includes(candidate.value)}
            disabled={!isOpen}
            aria-describedby={`${field}-${index}-words`}
          />
          <div>
            <label for={index === 0 ? field : `${field}-${index}`}>{valueInWords(candidate, lang, found.names)}</label>
            <Quote finding={candidate} id={`${field}-${index}-words`} asked={asked} numberOf={numberOf} />
          </div>
        </div>
      ))}
      {!many && (
        <div class="kg-intake__answer">
          <input type="radio" id={`${field}-none`} name={field} value="" checked={chosen.length === 0} disabled={!isOpen} />
          <label for={`${field}-none`}>{texts.none}</label>
        </div>
      )}
    </fieldset>
  );
};

/** The exact words, with a way to where they stand, and why a person must look. */
const Quote = ({ finding, id, asked: { lang }, numberOf }: { finding: Finding; id: string; asked: Asked; numberOf: ReadProps['numberOf'] }) => {
  const { doubts, item: texts } = textsFor(lang);
  const number = numberOf(finding);
  return (
    <p class="kg-intake__words" id={id}>
      <span class="kg-vh">{texts.words} </span>
      <q lang="">{finding.words}</q>
      {number !== null && (
        <>
          {' '}
          <a href={`#passage-${number}`} aria-label={texts.mark(number)}>
            {number}
          </a>
        </>
      )}
      {finding.doubt !== null && <span class="kg-intake__doubt"> {tidy(doubts[finding.doubt], lang)}</span>}
    </p>
  );
};

const Others = ({ read, asked, found, numberOf }: ReadProps & { read: FieldRead | undefined }) => {
  const { item: texts } = textsFor(asked.lang);
  if (read === undefined) return null;
  return (
    <>
      <h3>{texts.other}</h3>
      <p class="kg-quiet">{tidy(texts.otherNote, asked.lang)}</p>
      <ul>
        {read.candidates.map((candidate, index) => (
          <li>
            {valueInWords(candidate, asked.lang, found.names)}
            <Quote finding={{ ...candidate, doubt: null }} id={`other-${index}-words`} asked={asked} numberOf={numberOf} />
          </li>
        ))}
      </ul>
    </>
  );
};
