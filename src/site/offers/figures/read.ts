import { listOffers, offersKnown, readNotices, readUseKnown, type Notices, type OfferedBy, type OffersKnown, type UseKnown } from '#offers/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import type { Asked } from '../../page.ts';

export type FiguresView = { known: OffersKnown; use: UseKnown; notices: Notices; organisations: Map<string, OfferedBy>; label: LabelFacts | undefined; until: number };

const renewedMs = 3_600_000;

/** Applications change without anything being published, so what is shown of them holds for an hour. */
export async function readFigures({ reader, city, now }: Asked): Promise<FiguresView> {
  const offers = await listOffers(reader);
  return {
    known: offersKnown(offers),
    use: await readUseKnown(reader, city.timeZone),
    notices: await readNotices(reader),
    organisations: new Map(offers.flatMap(({ offeredBy }) => (offeredBy === null ? [] : [[offeredBy.slug, offeredBy] as const]))),
    label: await labelOfLatest(reader, ['offer']),
    until: now.getTime() + renewedMs,
  };
}
