/** Where a fact comes from, as records carry it. */
export type Source = {
  id: string;
  url: string;
  title?: string | undefined;
  lang?: string | undefined;
  seenOn?: string | undefined;
  by?: 'city' | 'organisation' | 'independent' | undefined;
};

export type NumberedSource = Omit<Source, 'id'> & { number: number };

export type SourceNotes = {
  /** The page's numbers of these sources, in order, each once. Ids that the record does not hold are left out. */
  refs: (sources: readonly Source[] | undefined, ids: readonly string[] | undefined) => number[];
  list: () => NumberedSource[];
};

const ascending = (a: number, b: number): number => a - b;

/**
 * Numbers the sources of one page in the order in which the reader meets them. The same address has one number however many
 * records name it (`s1` of one record is not `s1` of another); it keeps its first title and its latest day of reading.
 */
export function sourceNotes(): SourceNotes {
  const seen = new Map<string, NumberedSource>();
  const numberOf = ({ url, title, lang, seenOn, by }: Source): number => {
    const known = seen.get(url);
    if (!known) {
      const added: NumberedSource = { number: seen.size + 1, url, title, lang, seenOn, by };
      seen.set(url, added);
      return added.number;
    }
    if (known.title === undefined) Object.assign(known, { title, lang });
    known.by ??= by;
    if (seenOn !== undefined && (known.seenOn === undefined || seenOn > known.seenOn)) known.seenOn = seenOn;
    return known.number;
  };
  return {
    refs(sources = [], ids = []) {
      const numbers = new Set<number>();
      for (const id of ids) for (const source of sources) if (source.id === id) numbers.add(numberOf(source));
      return [...numbers].toSorted(ascending);
    },
    list: () => [...seen.values()],
  };
}
