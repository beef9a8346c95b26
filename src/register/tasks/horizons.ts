/**
 * How many days before its date a matter appears, and from when on it presses. One list, so that an office that works in other
 * rhythms finds all of them in one place.
 */
export const horizons = {
  /** A payment order, its check by the accountant and a transfer abroad take two to three weeks; sixty days leave room for holidays. */
  fee: { days: 60, soonDays: 21 },
  /** To give notice the council has to vote, and it sits once or twice a month; a draft is handed in weeks before. */
  notice: { days: 180, soonDays: 60 },
  /** A candidate for the next term is found, agreed with the mayor and named to the organisation within half a year. */
  term: { days: 180, soonDays: 60 },
  /** A renewal asks for the same decisions as a fee, and sometimes for a contract. */
  renewal: { days: 90, soonDays: 30 },
  /** A mandate is renewed by an ordinance or a resolution. */
  mandate: { days: 90, soonDays: 30 },
  /** The council's agenda closes about two weeks before it sits, and papers go through the lawyers before. */
  procedure: { days: 60, soonDays: 21 },
} as const;

/** A term or mandate that has just run out still needs a word about its successor; later it is history. */
export const afterTheEndDays = 90;

/** A membership without any documented effect for so many months is asked about. */
export const silentMonths = 24;

/** Days that people have for the report of a trip before it counts as late. */
export const tripReportDays = 14;
