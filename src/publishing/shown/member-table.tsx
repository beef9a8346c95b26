import { z } from 'zod';
import { dateInWords } from '#lang/dates.ts';
import { fieldName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { tidy } from '#lang/typography.ts';
import { Table } from '#ui/table.tsx';
import { Unknown } from '#ui/marks.tsx';
import { sentence, textsFor } from './texts.ts';

const shape = z.array(z.object({ name: z.string(), country: z.string(), joined: z.string().nullable().default(null) }));

/** The members of a network: what tells them apart and when they joined; the rest of each is in the data. */
export const MemberTable = ({ members, lang }: { members: readonly unknown[]; lang: Lang }) => {
  const head = (name: string): string => sentence(fieldName(['network', 'members', name], lang) ?? name);
  const rows = shape.parse(members);
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">{textsFor(lang).memberCount(rows.length)}</summary>
      <div class="govuk-details__text">
        <Table
          lang={lang}
          id={textsFor(lang).ids.members}
          caption={textsFor(lang).members}
          cards={false}
          columns={[
            { head: head('name'), cell: (row) => row.name },
            { head: head('country'), cell: (row) => countryName(row.country, lang) },
            { head: head('joined'), cell: (row) => (row.joined === null ? <Unknown lang={lang}>{textsFor(lang).unknown}</Unknown> : tidy(dateInWords(row.joined, lang), lang)) },
          ]}
          rows={rows}
        />
      </div>
    </details>
  );
};
