import type { Child } from '#markup/markup.ts';
import { daysBetween, dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { canApply, deadlineHere, isOpen, isPast, passes } from '#offers/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { offerUses as usesEn } from '#lang/en/offer-uses.ts';
import { offerUses as usesPl } from '#lang/pl/offer-uses.ts';
import { hostOf, SafeLink } from '#ui/links.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import type { Asked } from '../page.ts';
import type { OfferView } from './read-offer.ts';
import { answerInWords, deadlineInWords, heldInWords, textsFor } from './texts.ts';

type Props = { view: OfferView; asked: Asked };

/** The plain answer: can I use this, until when, and how. */
export const Answer = ({ view, asked }: Props) => {
  const { answer, standing } = textsFor(asked.lang);
  return (
    <Section id={answer.id} heading={tidy(answer.heading, asked.lang)}>
      <SummaryList
        rows={[
          { term: answer.can, value: <Can view={view} asked={asked} /> },
          { term: answer.until, value: <Sentences said={untilWhen(view, asked)} lang={asked.lang} /> },
          { term: answer.how, value: <How view={view} asked={asked} /> },
          ...(view.offer.body.goodStanding === 'needed' ? [{ term: standing.term, value: <Sentences said={standingInWords(view, asked)} lang={asked.lang} /> }] : []),
        ]}
      />
    </Section>
  );
};

const Sentences = ({ said, lang }: { said: readonly string[]; lang: Asked['lang'] }) => (
  <>
    {said.map((sentence) => (
      <p>{tidy(sentence, lang)}</p>
    ))}
  </>
);

const Can = ({ view: { offer }, asked: { lang } }: Props) => {
  const { answer } = textsFor(lang);
  const { body } = offer;
  const whom = body.audiences.map((one) => wordsFor(lang).audience[one]);
  return (
    <>
      <p>
        <strong>{tidy(answerInWords(offer, lang), lang)}</strong>
      </p>
      <p>{tidy(whom.length === 0 ? answer.whomUnknown : answer.forWhom(whom.join(', ')), lang)}</p>
      {body.audienceNote && (
        <p>
          <InLang text={body.audienceNote} lang={lang} />
        </p>
      )}
    </>
  );
};

/** What is known of dates, the deadline that comes first here before the organiser's own. */
export function untilWhen({ offer: { body, state } }: OfferView, { lang, city, now }: Pick<Asked, 'lang' | 'city' | 'now'>): string[] {
  const { answer } = textsFor(lang);
  const said: string[] = [];
  const here = deadlineHere(body);
  if (body.cityDeadline !== null) said.push(answer.cityDeadline(deadlineInWords(body.cityDeadline, { city, lang })));
  if (body.deadline !== null) {
    const date = deadlineInWords(body.deadline, { city, lang });
    said.push(isPast(state) && passes(body.deadline).latest <= now.getTime() ? answer.passed(date) : answer.deadline(date));
  }
  if (here !== null && isOpen(state)) {
    const last = passes(here);
    if (last.earliest === last.latest) said.push(answer.left(daysBetween(dayAt(now, here.zone), last.day)));
  }
  if (body.opens !== null) said.push(answer.opens(dateInWords(body.opens, lang)));
  const held = heldInWords(body, lang);
  if (held !== null) said.push(answer.held(held));
  if (here === null && body.recurring?.rhythm === 'continuous') said.push(answer.continuous);
  else if (here === null && body.type !== 'event') said.push(answer.noDeadline);
  const expected = body.recurring?.expected;
  if (expected !== undefined) said.push(answer.expected(dateInWords(expected, lang)));
  return said.length === 0 ? [answer.noDeadline] : said;
}

const How = ({ view: { offer, takes }, asked: { lang } }: Props) => {
  const { answer } = textsFor(lang);
  const { body, state } = offer;
  const { way, reason, basis } = canApply(body);
  const sentence = way === 'directly' ? answer.directly : way === 'through-the-city' ? (basis === 'inferred' ? answer.throughInferred : answer.through) : answer.way;
  const direct = way === 'directly' && !isPast(state);
  const host = body.url === undefined ? '' : hostOf(body.url);
  const lines: Child[] = [
    <strong>{tidy(sentence, lang)}</strong>,
    reason ? <InLang text={reason} lang={lang} /> : basis === null ? null : tidy(answer[basis], lang),
    body.quota === undefined ? null : tidy(answer.quota(body.quota), lang),
    takes === null ? null : (
      <a class="govuk-button" href={institutionAddress('apply', lang, { slug: offer.slug })}>
        {answer.apply[takes]}
      </a>
    ),
    body.url === undefined ? direct ? tidy(answer.noLink, lang) : null : <SafeLink href={body.url}>{direct ? answer.direct(host) : answer.organiserPage(host)}</SafeLink>,
    way === 'directly' ? <a href={institutionAddress('howItWent', lang, { slug: offer.slug })}>{(lang === 'pl' ? usesPl : usesEn).link}</a> : null,
  ];
  return <>{lines.map((line) => line !== null && <p>{line}</p>)}</>;
};

function standingInWords({ standing, offer }: OfferView, { lang }: Pick<Asked, 'lang'>): string[] {
  const texts = textsFor(lang).standing;
  if (!offer.offeredBy || standing === null) return [texts.needed, texts.notMember];
  if (standing.standing === 'not-established' || standing.year === null) return [texts.needed, texts['not-established']];
  return [texts.needed, texts[standing.standing](standing.year)];
}
