import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import type { Claim, Source } from '#publishing/facts.ts';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { textsFor } from './texts.ts';

type ClaimedProps<Value> = {
  claims: readonly Claim<Value>[];
  show: (value: Value) => Child;
  /** What to say where there is no claim. */
  unknown: string;
  sources: readonly Source[];
  notes: SourceNotes;
  lang: Lang;
  /** short: no notes, and sources only where the claims differ. For tables. */
  short?: boolean;
};

/** A fact as the sources tell it: one value with its sources, or all of them side by side, or that it is not known. */
export const Claimed = <Value,>({ claims, show, unknown, sources, notes, lang, short = false }: ClaimedProps<Value>) => {
  if (claims.length === 0) return <Unknown lang={lang}>{unknown}</Unknown>;
  const one = (claim: Claim<Value>) => (
    <>
      {show(claim.value)}
      {(!short || claims.length > 1) && <SourceRefs numbers={notes.refs(sources, claim.sourceIds)} lang={lang} />}
      {claim.confirmed === false && <small> ({textsFor(lang).notConfirmed})</small>}
      {!short && claim.note && (
        <span class="kg-nat">
          <InLang text={claim.note} lang={lang} />
        </span>
      )}
    </>
  );
  const [first, ...others] = claims;
  if (first !== undefined && others.length === 0) return one(first);
  if (short)
    return (
      <>
        {claims.map((claim, index) => (
          <>
            {index > 0 && <> {textsFor(lang).or} </>}
            {one(claim)}
          </>
        ))}
      </>
    );
  return (
    <ul class="kg-conflict">
      {claims.map((claim) => (
        <li>{one(claim)}</li>
      ))}
    </ul>
  );
};
