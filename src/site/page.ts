import type { Child } from '#markup/markup.ts';
import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import type { CsvColumn } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';
import type { LabelFacts } from '#publishing/history.ts';
import type { PageName } from '#web/paths.ts';

/** What a public page is asked: everything that its content may depend on, and one snapshot to read from. */
export type Asked = {
  reader: Reader;
  lang: Lang;
  /** The parts of the address: `{ slug: 'owhc' }`. */
  given: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The instant of asking: only what says with `until` how long it holds may depend on it. */
  now: Date;
  /** The day in the city's time zone. */
  today: Day;
  city: City;
  baseUrl: string;
  kinds: Kinds;
  /** A file takes the list as a whole, as far as `rowsInFile` go; what people and JSON are given comes in pages. */
  whole: boolean;
};

/** A file holds at most so many rows of a list; more continue in the next, which its Link header names. */
export const rowsInFile = 5_000;

/** How many rows of a list are read at once. */
export const rowsFor = ({ whole }: Pick<Asked, 'whole'>, pageSize: number): number => (whole ? rowsInFile : pageSize);

/** Where a list stands that has more than one page. */
export type Paging = { page: number; pages: number; hrefOf: (page: number) => string };

/** How a page presents itself to people; the frame around it is the same for all. */
export type Shown = {
  title: string;
  description?: string | undefined;
  /** From the page above this one down to this page's own name; the home page is put before them. */
  crumbs?: { text: string; href: string }[];
  /** `byDay`: the dates are days, no time is known or meant. */
  label?: { facts: LabelFacts; history?: string | undefined; withRevision?: boolean; byDay?: boolean } | undefined;
  /** Atom feeds of what the page shows. */
  feeds?: readonly { href: string; title: string }[] | undefined;
  /** schema.org data of the page. */
  jsonLd?: object | undefined;
  noIndex?: boolean;
  /** A form came back with errors: the title says so first. */
  errorPrefix?: boolean;
  /** When the page begins to say something else although nothing was published, in epoch milliseconds: it is kept until then. */
  until?: number | null;
  /** The answer to one reader's form is given to nobody else. */
  notKept?: boolean;
  /** Pages that say nothing about the city have no link for remarks about them. */
  noFeedback?: boolean;
  /** The query as the address should bear it: unknown values and defaults gone. Without it the page takes none. */
  canonicalQuery?: string | undefined;
  content: Child;
};

export type CsvTable = { name: string; columns: readonly CsvColumn[]; rows: readonly (readonly (string | number | boolean | null)[])[] };

/** A read that found nothing under this address, or found that it has moved. */
export type Elsewhere = { elsewhere: 'notFound' } | { elsewhere: 'moved'; to: string };

/**
 * A public page: one read, and the views of what was read.
 */
export type PublicPage<View extends object> = {
  name: PageName;
  /** The main menu's entry that is marked as current. */
  section?: PageName;
  read(asked: Asked): Promise<View | Elsewhere>;
  show(view: View, asked: Asked): Shown;
  /** The pages of a list, for every form of it. */
  paging?: (view: View, asked: Asked) => Paging;
  json?: (view: View, asked: Asked) => Record<string, unknown>;
  csv?: (view: View, asked: Asked) => CsvTable;
};

export const notFound: Elsewhere = { elsewhere: 'notFound' };
export const moved = (to: string): Elsewhere => ({ elsewhere: 'moved', to });

/** A page closed over its view, so that pages of different views can stand in one list. */
export type MountedPage = {
  name: PageName;
  section: PageName | undefined;
  answer(asked: Asked): Promise<Elsewhere | { elsewhere: null; show(): Shown; paging: Paging | null; json: (() => Record<string, unknown>) | null; csv: (() => CsvTable) | null }>;
};

export function publicPage<View extends object>(page: PublicPage<View>): MountedPage {
  return {
    name: page.name,
    section: page.section,
    async answer(asked) {
      const view = await page.read(asked);
      if ('elsewhere' in view) return view;
      const { json, csv, paging } = page;
      return {
        elsewhere: null,
        show: () => page.show(view, asked),
        paging: paging ? paging(view, asked) : null,
        json: json ? () => json(view, asked) : null,
        csv: csv ? () => csv(view, asked) : null,
      };
    },
  };
}
