import { additiveValue, ofIndex, referenceWeights, type AssessmentResult, type Band, type Decision, type FrozenInput } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { assessment as publicEn } from '#lang/en/assessment.ts';
import { assessment as publicPl } from '#lang/pl/assessment.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { Plane } from '#ui/figures/plane.tsx';
import { Table } from '#ui/table.tsx';
import { costsKnown } from './gaps.ts';
import { ofHundred } from './numbers.ts';
import { textsFor } from './texts.ts';

/** `decisions`: what was decided on the memberships of this cycle, or a way to say it, for whoever may; null before the cycle is public. */
type Given = { input: FrozenInput; results: readonly AssessmentResult[]; place: string; lang: Lang; decisions?: Deciding | null };
type Deciding = { of: ReadonlyMap<string, { slug: string; course: Decision['course'] }>; mayDecide: boolean };

/** What comes out, as the public page will say it: the plane first, then each membership, and the standing notice with both. */
export const Results = ({ input, results, place, lang, decisions = null }: Given) => {
  const words = textsFor(lang).check;
  const { known, of } = costsKnown(input.criteria, input.memberships);
  const nameOf = (membership: string): string => {
    const one = input.memberships.find((each) => each.membership === membership);
    return one === undefined ? membership : inLang(one.name, lang);
  };
  return (
    <div class="kg-panel__body kg-stack">
      <p class="kg-note" role="note">
        {(lang === 'pl' ? publicPl : publicEn).cycle.notice(known, of)}
      </p>
      <Plane
        id="plane"
        lang={lang}
        lines={linesOf(input)}
        marks={results.map((result, index) => ({
          number: index + 1,
          name: nameOf(result.membership),
          href: `${place}/${result.membership}`,
          asks: result.asks,
          benefits: result.benefits,
          of: result.indication === 'tooLittleData' ? null : result.indication,
        }))}
      />
      <Table
        lang={lang}
        id="results"
        caption={words.resultsCaption}
        rows={[...results]}
        columns={[
          { head: words.resultHeads.membership, cell: (result) => <a href={`${place}/${result.membership}`}>{nameOf(result.membership)}</a> },
          { head: words.resultHeads.benefits, cell: ({ benefits }) => spread(benefits, lang) },
          { head: words.resultHeads.asks, cell: ({ asks }) => spread(asks, lang) },
          { head: words.resultHeads.indication, cell: ({ indication }) => wordsFor(lang).indication[indication] },
          { head: words.resultHeads.shares, cell: ({ shares, indication }) => heldIn(shares, indication, lang) },
          ...(decisions === null
            ? []
            : [
                {
                  head: textsFor(lang).decision.head,
                  cell: ({ membership }: AssessmentResult) => <Decided membership={membership} name={nameOf(membership)} place={place} deciding={decisions} lang={lang} />,
                },
              ]),
        ]}
      />
    </div>
  );
};

const Decided = ({ membership, name, place, deciding, lang }: { membership: string; name: string; place: string; deciding: Deciding; lang: Lang }) => {
  const words = textsFor(lang).decision;
  const taken = deciding.of.get(membership);
  if (taken !== undefined) return <a href={`/office/records/decision/${taken.slug}`}>{wordsFor(lang).course[taken.course]}</a>;
  if (!deciding.mayDecide) return <>–</>;
  return (
    <form method="post" action={`${place}/${membership}/decision`}>
      <button class="kg-linklike" type="submit" aria-label={words.recordFor(name)}>
        {words.record}
      </button>
    </form>
  );
};

function spread(value: AssessmentResult['benefits'], lang: Lang): string {
  const words = textsFor(lang).check;
  return value === null ? words.tooLittle : words.spread(String(ofHundred(value.mean)), String(ofHundred(value.low)), String(ofHundred(value.high)));
}

function heldIn(shares: AssessmentResult['shares'], indication: AssessmentResult['indication'], lang: Lang): string {
  if (shares === null || indication === 'tooLittleData') return '–';
  const share = indication === 'uncertain' ? Math.max(...Object.values(shares)) : shares[indication];
  return textsFor(lang).check.held(ofHundred(share));
}

/** The limits of asks, and what the profiles come to under the first weights. */
function linesOf({ criteria, weights, reference }: FrozenInput): Parameters<typeof Plane>[0]['lines'] {
  const count = ofIndex(criteria, 'benefits').length;
  const made = referenceWeights(weights[0]?.benefits ?? { by: 'open' }, count);
  const own = made.ok ? made.value : Array.from({ length: count }, () => 1 / count);
  const at = (band: Band, level: 'justWorthwhile' | 'clearlyWorthwhile'): number => additiveValue(own, reference[band][level]);
  return {
    limits: reference.limits,
    just: [at('low', 'justWorthwhile'), at('middle', 'justWorthwhile'), at('high', 'justWorthwhile')],
    clear: [at('low', 'clearlyWorthwhile'), at('middle', 'clearlyWorthwhile'), at('high', 'clearlyWorthwhile')],
  };
}
