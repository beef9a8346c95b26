import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import type { Link } from './links.tsx';
import { Tag, type Tone } from './marks.tsx';
import { SourceRefs } from './sources.tsx';

export type EffectItem = {
  /** The date in words; "bez daty" where there is none. */
  when: Child;
  /** The bold beginning: an area of benefit, an event's name. */
  heading?: Child;
  /** Quiet words after it: "wymierny", "niematerialny". */
  kind?: Child;
  tag?: { text: string; tone: Tone } | undefined;
  text?: Child;
  refs?: readonly number[];
};

/** Effects, events, functions: the date on the left, what happened on the right, its sources after the last word. */
export const EffectList = ({ items, lang }: { items: EffectItem[]; lang: Lang }) => (
  <ul class="kg-ev">
    {items.map(({ when, heading, kind, tag, text, refs = [] }) => (
      <li>
        <span class="when">{when}</span>
        <div>
          {heading !== undefined && heading !== null && <span class="area">{heading}</span>}
          {kind !== undefined && kind !== null && <> · {kind}</>}
          {tag && (
            <>
              {' '}
              <Tag tone={tag.tone}>{tag.text}</Tag>
            </>
          )}
          {text !== undefined && text !== null && (
            <div>
              {text}
              <SourceRefs numbers={refs} lang={lang} />
            </div>
          )}
          {(text === undefined || text === null) && <SourceRefs numbers={refs} lang={lang} />}
        </div>
      </li>
    ))}
  </ul>
);

export type DatedItem = { when: Child; title: Child; text?: Child };

/** What is ahead, what has changed: a heading, dates in brick, a way to the whole list. `narrow` puts the date above. */
export const ListWithDates = ({
  id,
  heading,
  items,
  more = [],
  narrow = false,
  empty,
}: {
  id: string;
  heading: Child;
  items: DatedItem[];
  more?: Link[];
  narrow?: boolean;
  empty?: Child;
}) => (
  <div class={narrow ? 'kg-list kg-list--s' : 'kg-list'}>
    <h2 id={id}>{heading}</h2>
    {items.length === 0 ? (
      <p>{empty}</p>
    ) : (
      <ol>
        {items.map(({ when, title, text }) => (
          <li>
            <span class="when">{when}</span>
            <span>
              <b>{title}</b>
              {text !== undefined && text !== null && <small>{text}</small>}
            </span>
          </li>
        ))}
      </ol>
    )}
    {more.length > 0 && (
      <p>
        {more.map((link, index) => (
          <>
            {index > 0 && ' · '}
            <a href={link.href}>{link.text}</a>
          </>
        ))}
      </p>
    )}
  </div>
);
