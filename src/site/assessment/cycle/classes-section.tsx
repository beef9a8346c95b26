import type { Assessment } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Tag, Unknown, type Tone } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { textsFor } from '../texts.ts';
import type { MembershipFigures } from './figures.ts';
import { answerId } from './plane-section.tsx';
import { drawsOf100, of100 } from './sentences.ts';

const classes = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine'] as const;
const tones: Readonly<Record<Assessment['results'][number]['indication'], Tone>> = {
  keepAndUseMore: 'good',
  keep: 'brand',
  reviveOrJustify: 'warn',
  examine: 'warn',
  uncertain: 'plain',
  tooLittleData: 'plain',
};

export const IndicationTag = ({ indication, lang }: { indication: Assessment['results'][number]['indication']; lang: Lang }) => (
  <Tag tone={tones[indication]}>{wordsFor(lang).indication[indication]}</Tag>
);

/** How often each class holds: of the draws, not of the truth. */
export const ClassesSection = ({ body, all, lang }: { body: Assessment; all: readonly MembershipFigures[]; lang: Lang }) => {
  const { classes: texts } = textsFor(lang);
  const words = wordsFor(lang).indication;
  return (
    <Section
      id={texts.id}
      heading={tidy(texts.heading, lang)}
      intro={tidy(`${texts.intro(of100(body.settings.threshold), numberInWords(body.settings.draws, lang))} ${texts.order}`, lang)}
      wide
    >
      <Table
        lang={lang}
        id="classes-table"
        caption={texts.caption}
        rows={[...all]}
        columns={[
          {
            head: texts.columns.membership,
            cell: ({ one }) => (
              <a href={`#${answerId(one.membership)}`}>
                <InLang text={one.name} lang={lang} note={false} />
              </a>
            ),
          },
          ...classes.map((name) => ({
            head: sentence(words[name], lang),
            numeric: true,
            cell: ({ result }: MembershipFigures) =>
              result.shares === null ? (
                '–'
              ) : result.shares[name] >= body.settings.threshold ? (
                <b>{drawsOf100(result.shares[name], lang)}</b>
              ) : (
                drawsOf100(result.shares[name], lang)
              ),
          })),
          {
            head: texts.columns.indication,
            cell: ({ result }) => (result.shares === null ? <Unknown lang={lang}>{texts.tooLittle}</Unknown> : <IndicationTag indication={result.indication} lang={lang} />),
          },
        ]}
      />
    </Section>
  );
};

const sentence = (text: string, lang: Lang): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
