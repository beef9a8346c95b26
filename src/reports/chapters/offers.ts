import { offerFigures as en } from '#lang/en/offer-figures.ts';
import { offerFigures as pl } from '#lang/pl/offer-figures.ts';
import { listInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import type { Steps } from '#offers/index.ts';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter } from '../report.ts';
import type { Writing } from '../writing.ts';

/** What organisations offered local institutions, and how far those came who applied: the figures of the public page, those of the year apart. */
export function offersChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year, offersOfYear, offerUse, offerNotices } = gathered;
  const { report: texts, heads } = lang === 'pl' ? pl : en;
  const words = wordsFor(lang);
  const { direct, byKind } = offerUse;
  const kindsInWords = new Map<string, string>(Object.entries(words.institutionKind));
  const ofYear = offerUse.byYear.find((one) => one.year === year);
  const stepHeads = [heads.applied, heads.chosen, heads.passedOn, heads.won].map((head) => ({ head, share: 2.4, numeric: true as const }));
  const steps = ({ applied, chosen, passedOn, won }: Steps): Cell[] => [applied, chosen, passedOn, won].map((n) => write.count(n));
  const blocks: Block[] = [
    write.paragraph(offersOfYear.total === 0 ? texts.noOffers(year) : texts.lead(offersOfYear.total, year)),
    ...(offersOfYear.total === 0
      ? []
      : [
          write.table(
            texts.types(year),
            [
              { head: heads.type, share: 6 },
              { head: heads.offers, share: 2.4, numeric: true },
            ],
            offersOfYear.byType.map(({ type, offers }) => [write.cell(words.offerType[type]), write.count(offers)]),
          ),
        ]),
    ...(ofYear === undefined ? [write.paragraph(texts.noApplications(year))] : [write.table(texts.applications(year), stepHeads, [steps(ofYear)])]),
    ...(byKind === null
      ? []
      : [
          write.table(
            texts.allYears,
            [{ head: heads.kind, share: 5 }, ...stepHeads],
            byKind.map((one) => [
              write.cell(
                listInWords(
                  one.kinds.map((kind) => kindsInWords.get(kind) ?? kind),
                  lang,
                ),
              ),
              ...steps(one),
            ]),
          ),
        ]),
    ...(direct.used === 0 ? [] : [write.paragraph(texts.direct(direct.used, direct.checked))]),
    ...(offerNotices.total === 0 ? [] : [write.paragraph(texts.notices(offerNotices.total), undefined, true)]),
  ];
  return { title: write.set(texts.title), newPage: false, blocks };
}
