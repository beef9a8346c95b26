import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { canApply, nextChange, passes, type Deadline } from '#offers/index.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked, CsvTable } from '../page.ts';
import { pageSize, type OffersView, type StatedOffer } from './read.ts';

/** The last instant that is on time; null where only a month or a year is known. */
export function lastMoment(deadline: Deadline | null): string | null {
  if (deadline === null) return null;
  const { earliest, latest } = passes(deadline);
  return earliest === latest ? new Date(earliest - 1000).toISOString() : null;
}

/** An offer for readers of data: its public body, what follows from it now, and its addresses. */
export const offerAsData = ({ slug, body, state, offeredBy }: StatedOffer, { lang, baseUrl, now, city }: Asked) => {
  const next = nextChange(body, now, city.timeZone);
  return {
    slug,
    state,
    canApply: canApply(body).way,
    lastMoment: lastMoment(body.deadline),
    lastMomentAtTheOffice: lastMoment(body.cityDeadline),
    stateHoldsUntil: next === null ? null : new Date(next).toISOString(),
    offeredBy: offeredBy && { slug: offeredBy.slug, name: offeredBy.name, address: baseUrl + addressOf('organisation', lang, { slug: offeredBy.slug }) },
    ...body,
    id: `${baseUrl}/id/offers/${slug}`,
    address: baseUrl + addressOf('offer', lang, { slug }),
  };
};

export const offersJson = (view: OffersView, asked: Asked): Record<string, unknown> => ({
  filter: { state: view.query.state, ...Object.fromEntries(Object.entries(view.query).filter(([name]) => name !== 'page' && name !== 'state')) },
  items: view.offers.map((offer) => offerAsData(offer, asked)),
  total: view.total,
  page: view.query.page,
  pages: view.pages,
  pageSize,
  label: view.label ?? null,
});

type Cell = string | number | boolean | null;

const cells: Readonly<Record<string, (offer: StatedOffer, lang: Lang) => Cell>> = {
  slug: ({ slug }) => slug,
  type: ({ body }) => body.type,
  title_pl: ({ body }) => body.title.pl,
  title_en: ({ body }) => body.title.en ?? null,
  organisation: ({ offeredBy }) => offeredBy?.slug ?? null,
  organiser_pl: ({ body, offeredBy }) => offeredBy?.name.pl ?? body.organiser?.pl ?? null,
  organiser_en: ({ body, offeredBy }) => offeredBy?.name.en ?? body.organiser?.en ?? null,
  themes: ({ body }) => body.themes.join(' '),
  audiences: ({ body }) => body.audiences.join(' '),
  state: ({ state }) => state,
  can_apply: ({ body }) => canApply(body).way,
  opens: ({ body }) => body.opens,
  deadline: ({ body }) => body.deadline?.date ?? null,
  last_moment: ({ body }) => lastMoment(body.deadline),
  city_deadline: ({ body }) => body.cityDeadline?.date ?? null,
  city_last_moment: ({ body }) => lastMoment(body.cityDeadline),
  begins: ({ body }) => body.begins,
  ends: ({ body }) => body.ends,
  place_pl: ({ body }) => body.place?.name.pl ?? null,
  place_en: ({ body }) => body.place?.name.en ?? null,
  country: ({ body }) => body.place?.country ?? null,
  online: ({ body }) => body.online,
  quota: ({ body }) => body.quota ?? null,
  amount: ({ body }) => body.money?.amount ?? null,
  currency: ({ body }) => body.money?.currency ?? null,
  good_standing: ({ body }) => body.goodStanding,
  rhythm: ({ body }) => body.recurring?.rhythm ?? null,
  expected: ({ body }) => body.recurring?.expected ?? null,
  url: ({ body }) => body.url ?? null,
  sources: ({ body }) => body.sources.flatMap((source) => (body.sourceIds.includes(source.id) ? [source.url] : [])).join(' '),
  address: ({ slug }, lang) => addressOf('offer', lang, { slug }),
};

const offerColumns = columnsOf('offers', {
  slug: 'text',
  type: 'text',
  title_pl: 'text',
  title_en: 'text',
  organisation: 'text',
  organiser_pl: 'text',
  organiser_en: 'text',
  themes: 'slugs',
  audiences: 'slugs',
  state: 'text',
  can_apply: 'text',
  opens: 'date',
  deadline: 'date',
  last_moment: 'moment',
  city_deadline: 'date',
  city_last_moment: 'moment',
  begins: 'date',
  ends: 'date',
  place_pl: 'text',
  place_en: 'text',
  country: 'text',
  online: 'yesNo',
  quota: 'integer',
  amount: 'decimal',
  currency: 'text',
  good_standing: 'text',
  rhythm: 'text',
  expected: 'date',
  url: 'link',
  sources: 'links',
  address: 'link',
});

export const offersCsv = (view: OffersView, { lang }: Asked): CsvTable => ({
  name: 'offers',
  columns: offerColumns,
  rows: view.offers.map((offer) => offerColumns.map(({ name }) => cells[name]?.(offer, lang) ?? null)),
});
