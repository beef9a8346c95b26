import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import type { ApplicationState, ListedOffer } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { Tag, type Tone } from '#ui/marks.tsx';
import type { Asked, Sheet } from '../page.ts';
import { stateInWords, textsFor } from './texts.ts';

export const placeOf = (offer: Pick<ListedOffer, 'slug'>, below = ''): string => `/office/offers/${offer.slug}${below}`;
export const applicationPlace = (id: string, below = ''): string => `/office/applications/${id}${below}`;

type Given = { title: string; below?: { text: string; href: string }[]; status?: number; content: Child };

/** A page of one offer, below the list of offers. */
export function offerSheet(asked: Asked, offer: Pick<ListedOffer, 'slug' | 'body'> | undefined, { title, below = [], status, content }: Given): Sheet {
  const texts = textsFor(asked.lang);
  return {
    title,
    rail: 'offers',
    crumbs: [{ text: texts.title, href: '/office/offers' }, ...(offer === undefined ? [] : [{ text: inLang(offer.body.title, asked.lang), href: placeOf(offer) }]), ...below],
    ...(status === undefined ? {} : { status, errorPrefix: true }),
    content,
  };
}

const tones: Record<ApplicationState, Tone> = {
  interest: 'plain',
  draft: 'plain',
  sent: 'warn',
  'to-amend': 'warn',
  checked: 'brand',
  chosen: 'good',
  'not-chosen': 'plain',
  endorsed: 'good',
  'passed-on': 'brand',
  won: 'good',
  lost: 'plain',
  withdrawn: 'plain',
};

export const StateTag = ({ state, lang }: { state: ApplicationState; lang: Lang }) => <Tag tone={tones[state]}>{stateInWords(state, lang)}</Tag>;

export const Panel = ({ id, heading, aside, children }: { id: string; heading: Child; aside?: Child; children: Child }) => (
  <section class="kg-panel" aria-labelledby={id}>
    <div class="kg-panel__head">
      <h2 id={id}>{heading}</h2>
      {aside}
    </div>
    {children}
  </section>
);

/** Something that went wrong with a whole form, said before everything. */
export const Warning = ({ children }: { children: Child }) => (
  <div class="govuk-error-summary" role="alert">
    <p>{children}</p>
  </div>
);

/** A form of one button. */
export const Act = ({
  action,
  fields,
  children,
  secondary = true,
  label,
}: {
  action: string;
  fields: Record<string, string>;
  children: Child;
  secondary?: boolean;
  label?: string;
}) => (
  <form method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={secondary ? 'govuk-button govuk-button--secondary' : 'govuk-button'} type="submit" aria-label={label}>
      {children}
    </button>
  </form>
);
