import { countStates, isPast, listCalls, listOffers, offerState, takesPlace, type ApplicationState, type ListedOffer } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Empty } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { Asked, Sheet } from '../page.ts';
import { requireOffers } from './access.ts';
import { placeOf } from './frame.tsx';
import { deadlineInWords, textsFor } from './texts.ts';

/** So many offers stand on one page; a city keeps its past ones for years. */
const pageSize = 100;

const underWay: readonly ApplicationState[] = ['sent', 'to-amend', 'checked', 'chosen', 'endorsed', 'passed-on'];

/** Offers that go through the city: what is taken for them, until when, and how much is under way. */
export async function offersSheet(asked: Asked): Promise<Sheet> {
  const { desk, lang, city, now, query } = asked;
  const { offers, calls, counts } = await desk.db.read(async (reader) => {
    await requireOffers(reader, asked);
    return { offers: await listOffers(reader, { intermediary: 'yes' }), calls: await listCalls(reader), counts: await countStates(reader) };
  });
  const texts = textsFor(lang);
  const counted = Map.groupBy(counts, (one) => one.offerId);
  const countOf = ({ id }: ListedOffer, states: readonly ApplicationState[]): number =>
    (counted.get(id) ?? []).filter((one) => states.includes(one.state)).reduce((sum, one) => sum + one.count, 0);
  const isCurrent = (offer: ListedOffer): boolean => !isPast(offerState(offer.body, now, city.timeZone)) || countOf(offer, underWay) > 0 || calls.has(offer.id);
  const current = offers.filter(isCurrent);
  const all = query.get('show') === 'all';
  const wanted = all ? offers : current;
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const shown = wanted.slice((page - 1) * pageSize, page * pageSize);
  const at = (to: number): string => `/office/offers?${all ? 'show=all&' : ''}page=${to}`;
  return {
    title: texts.title,
    rail: 'offers',
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <ChoiceChips
            label={texts.chipsLabel}
            choices={[
              { text: texts.chips.current, href: '/office/offers', count: current.length, current: !all },
              { text: texts.chips.all, href: '/office/offers?show=all', count: offers.length, current: all },
            ]}
          />
        </div>
        <p>
          {texts.lead} <a href="/office/records/offer">{texts.records}</a>
        </p>
        {shown.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneNext}</p>
          </Empty>
        ) : (
          <div class="kg-panel">
            <Table
              lang={lang}
              id="offers"
              caption={texts.caption}
              rows={shown}
              columns={[
                { head: texts.heads.offer, cell: (offer) => <a href={placeOf(offer)}>{inLang(offer.body.title, lang)}</a> },
                { head: texts.heads.until, cell: (offer) => deadlineInWords(offer.body.cityDeadline, { city, lang }) },
                { head: texts.heads.organiser, cell: (offer) => deadlineInWords(offer.body.deadline, { city, lang }) },
                { head: texts.heads.takes, cell: (offer) => texts.takes[calls.get(offer.id)?.takes ?? 'nothing'] },
                { head: texts.heads.work, cell: (offer) => String(countOf(offer, underWay)), numeric: true },
                {
                  head: texts.heads.places,
                  cell: ({ body, ...offer }) => {
                    const taken = String(countOf({ body, ...offer }, takesPlace));
                    return body.quota === undefined ? texts.placesOpen(taken) : texts.places(taken, String(body.quota));
                  },
                },
                { head: texts.heads.coordinators, cell: (offer) => (calls.get(offer.id)?.coordinators ?? []).map((name) => name || texts.someone).join(', ') || texts.nobody },
              ]}
            />
            {pages > 1 && (
              <div class="kg-form__foot">
                <span>{texts.offer.pages(String(page), String(pages))}</span>
                {page > 1 && <a href={at(page - 1)}>{texts.offer.earlier}</a>}
                {page < pages && <a href={at(page + 1)}>{texts.offer.later}</a>}
              </div>
            )}
          </div>
        )}
      </>
    ),
  };
}
