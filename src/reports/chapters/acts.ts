import { dateInWords } from '#lang/dates.ts';
import { wordsFor } from '#lang/words.ts';
import type { Act, Kept } from '#register/index.ts';
import type { Gathered } from '../gathered.ts';
import type { Cell, Chapter, Column } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { actsIn } from '../year.ts';

export function actsChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year, acts } = gathered;
  const texts = textsFor(lang).acts;
  const inYear = actsIn(gathered);
  const before = acts.filter(({ slug, body }) => body.memberships.length > 0 && !inYear.some((one) => one.slug === slug) && (body.date[0]?.value ?? '0') < String(year));
  return {
    title: texts.title,
    newPage: false,
    blocks: [
      write.subheading(texts.inYear(year)),
      inYear.length === 0
        ? write.paragraph(texts.noneInYear(year))
        : write.table(
            texts.inYearTable(year),
            columnsOf(gathered),
            inYear.map((act) => row(act, gathered, write)),
          ),
      ...(before.length === 0
        ? []
        : [
            write.subheading(texts.basis),
            write.paragraph(texts.basisIntro),
            write.table(
              texts.basisTable,
              columnsOf(gathered),
              before.map((act) => row(act, gathered, write)),
            ),
          ]),
    ],
  };
}

const columnsOf = ({ lang }: Gathered): Column[] => {
  const { columns } = textsFor(lang);
  return [
    { head: columns.number, share: 4 },
    { head: columns.title, share: 7 },
    { head: columns.memberships, share: 5 },
  ];
};

function row({ body }: Kept<Act>, { lang, actsConcern }: Gathered, write: Writing): Cell[] {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const numbers = body.number.map(({ value }) => value);
  const date = body.date.length === 0 ? texts.undated : body.date.map(({ value }) => dateInWords(value, lang)).join(` ${texts.or} `);
  const who = body.body.map(({ value }) => words.actBody[value]).join(` ${texts.or} `);
  const kind = [words.actType[body.type], ...(who === '' ? [] : [who])].join(', ');
  const concerned = body.memberships.flatMap(({ membership, did }) => {
    const period = actsConcern.get(membership);
    return period === undefined ? [] : [{ name: write.words(period.organisation.body.shortName), did: words.actEffect[did] }];
  });
  const [only] = concerned;
  const names = concerned.map(({ name }) => name.text).join('; ');
  return [
    { ...(numbers.length === 0 ? write.unknown(texts.acts.noNumber) : write.cell(numbers.join(` ${texts.or} `), { strong: true })), under: { text: write.set(date) } },
    { ...write.text(body.title, body), under: { text: write.set(kind) } },
    only === undefined
      ? write.cell(texts.noneHere)
      : { text: names, ...(only.name.lang === undefined ? {} : { lang: only.name.lang }), under: { text: write.set([...new Set(concerned.map(({ did }) => did))].join('; ')) } },
  ];
}
