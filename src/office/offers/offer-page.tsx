import { holds } from '#accounts/index.ts';
import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import {
  applicationStates,
  applicationsFor,
  colleaguesAtWork,
  countStates,
  crewOf,
  deadlineHere,
  findCall,
  findOffer,
  formNumbered,
  isState,
  meanOf,
  scoredBy,
  scoresOfAll,
  takesPlace,
  type Colleague,
  type ListedApplication,
} from '#offers/index.ts';
import type { Reader } from '#db/handles.ts';
import { inLang } from '#register/index.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Button, Select } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import type { Asked, Sheet } from '../page.ts';
import { accessTo } from './access.ts';
import { Act, applicationPlace, offerSheet, Panel, placeOf, StateTag, Warning } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { deadlineInWords, stateInWords, textsFor } from './texts.ts';

const pageSize = 50;

export type OfferCame = { status: number; problem: string };
type Crew = { crew: Colleague[]; others: Colleague[] };

async function load(reader: Reader, asked: Asked) {
  const offer = await findOffer(reader, asked.given['slug'] ?? '');
  if (offer === undefined) return undefined;
  const access = await accessTo(reader, asked, offer.id);
  const call = await findCall(reader, offer.id);
  const wanted = asked.query.get('state') ?? '';
  const state = isState(wanted) ? wanted : null;
  const counts = (await countStates(reader, offer.id)).toSorted((a, b) => applicationStates.indexOf(a.state) - applicationStates.indexOf(b.state));
  const total = counts.filter((one) => state === null || one.state === state).reduce((sum, one) => sum + one.count, 0);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(pages, Math.max(1, Number(asked.query.get('page')) || 1));
  const applications = await applicationsFor(reader, offer.id, { state, limit: pageSize, offset: (page - 1) * pageSize });
  const scores = Map.groupBy(await scoresOfAll(reader, access.coordinates ? applications.map((one) => one.id) : []), (score) => score.applicationId);
  const forms = new Map<number | null, Awaited<ReturnType<typeof formNumbered>>>();
  for (const number of new Set([...applications.map((one) => one.formNumber), call.formNumber])) forms.set(number, await formNumbered(reader, offer.id, number));
  const atWork = await colleaguesAtWork(reader);
  const crewAnd = async (which: 'offerCoordinators' | 'offerScorers', fit: (roles: string[]) => boolean): Promise<Crew> => {
    const crew = await crewOf(reader, which, offer.id);
    return { crew, others: atWork.filter((one) => fit(one.roles) && !crew.some((member) => member.actorId === one.actorId)) };
  };
  return {
    offer,
    access,
    call,
    state,
    counts,
    total,
    pages,
    page,
    applications,
    scores,
    forms,
    coordinators: await crewAnd('offerCoordinators', (roles) => roles.includes('offers-coordinator')),
    scorers: await crewAnd('offerScorers', () => true),
  };
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** One offer: what is taken for it, who works on it, and its applications. */
export async function oneOfferSheet(asked: Asked, came?: OfferCame): Promise<Sheet> {
  const loaded = await asked.desk.db.read((reader) => load(reader, asked));
  if (loaded === undefined) return missingSheet(asked);
  const { offer, access } = loaded;
  const { lang } = asked;
  const texts = textsFor(lang).offer;
  return offerSheet(asked, offer, {
    title: inLang(offer.body.title, lang),
    ...(came === undefined ? {} : { status: came.status }),
    content: (
      <>
        {came !== undefined && <Warning>{came.problem}</Warning>}
        <h1>{inLang(offer.body.title, lang)}</h1>
        <p class="kg-links">
          <a href={`/office/records/offer/${offer.slug}`}>{texts.record}</a>
          <a href={addressOf('offer', lang, { slug: offer.slug })}>{texts.public}</a>
        </p>
        {!access.coordinates && holds(asked.person, 'offers-coordinator') && (
          <div class="kg-panel">
            <div class="kg-panel__body kg-stack">
              <p>{texts.takeHint}</p>
              <Act action={placeOf(offer, '/crew')} fields={{ do: 'take' }} secondary={false}>
                {texts.take}
              </Act>
            </div>
          </div>
        )}
        <CallPanel loaded={loaded} asked={asked} />
        <Applications loaded={loaded} asked={asked} />
        <CrewPanel which="coordinators" loaded={loaded} asked={asked} />
        <CrewPanel which="scorers" loaded={loaded} asked={asked} />
      </>
    ),
  });
}

const CallPanel = ({ loaded: { offer, call, counts, access, forms }, asked: { lang, city } }: { loaded: Loaded; asked: Asked }) => {
  const texts = textsFor(lang).offer;
  const { body } = offer;
  const taken = String(counts.filter((one) => takesPlace.includes(one.state)).reduce((sum, one) => sum + one.count, 0));
  const isChanged = call.takes === 'applications' && JSON.stringify(forms.get(call.formNumber)) !== JSON.stringify(call.draft);
  const act = (takes: string): { action: string; fields: Record<string, string> } => ({ action: placeOf(offer, '/taking'), fields: { takes, version: String(call.version) } });
  return (
    <Panel id="call" heading={texts.state}>
      <div class="kg-panel__body kg-stack">
        <p>
          <b>{texts.taking[call.takes]}</b> {call.takes === 'applications' && texts.formOpen(String(call.formNumber))}
        </p>
        <p>
          {texts.deadlines(deadlineInWords(deadlineHere(body), { city, lang }), deadlineInWords(body.deadline, { city, lang }))}{' '}
          {body.quota === undefined ? texts.noQuota(taken) : texts.quota(taken, String(body.quota))}
        </p>
        {body.intermediary.needed !== 'yes' && <p>{texts.notThrough}</p>}
        <p>
          {access.coordinates ? <a href={placeOf(offer, '/form')}>{texts.formLink}</a> : texts.formLink}: {texts.fields(call.draft.fields.length)},{' '}
          {texts.criteria(call.draft.criteria.length)}. {isChanged && texts.changed}
        </p>
      </div>
      {access.coordinates && (
        <div class="kg-form__foot">
          {(call.takes !== 'applications' || isChanged) && (
            <Act {...act('applications')} secondary={false}>
              {isChanged ? texts.reopen : texts.open}
            </Act>
          )}
          {call.takes === 'nothing' && <Act {...act('interest')}>{texts.openInterest}</Act>}
          {call.takes !== 'nothing' && <Act {...act('nothing')}>{texts.close}</Act>}
        </div>
      )}
    </Panel>
  );
};

const Applications = ({ loaded, asked: { lang, city } }: { loaded: Loaded; asked: Asked }) => {
  const { offer, access, counts, state, total, applications, scores, forms, page, pages } = loaded;
  const texts = textsFor(lang).offer;
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  const scoreOf = (one: ListedApplication): string => {
    const own = scores.get(one.id) ?? [];
    const criteria = forms.get(one.formNumber)?.criteria ?? [];
    const mean = meanOf(criteria, own);
    return mean === null ? texts.noScore : texts.score(mean.toLocaleString(lang === 'pl' ? 'pl-PL' : 'en-GB'), String(scoredBy(criteria, own).filter((by) => by.isWhole).length));
  };
  const at = (to: number): string => `${placeOf(offer)}?${new URLSearchParams({ ...(state === null ? {} : { state }), page: String(to) }).toString()}#applications-heading`;
  return (
    <Panel
      id="applications-heading"
      heading={texts.applications}
      aside={
        all > 0 ? (
          <ChoiceChips
            label={texts.statesLabel}
            choices={[
              { text: texts.all, href: placeOf(offer), count: all, current: state === null },
              ...counts.map((one) => ({ text: stateInWords(one.state, lang), href: `${placeOf(offer)}?state=${one.state}`, count: one.count, current: one.state === state })),
            ]}
          />
        ) : undefined
      }
    >
      {total === 0 ? (
        <p class="kg-panel__body">{texts.noApplications}</p>
      ) : (
        <Table
          lang={lang}
          id="applications"
          caption={texts.applicationsCaption}
          rows={applications}
          columns={[
            { head: texts.heads.number, cell: (one) => <a href={applicationPlace(one.id)}>{one.number}</a> },
            {
              head: texts.heads.institution,
              cell: (one) => (!access.coordinates && !access.scores ? texts.hidden : (one.institutionName ?? texts.erased)),
            },
            { head: texts.heads.state, cell: (one) => <StateTag state={one.state} lang={lang} /> },
            { head: texts.heads.sent, cell: (one) => dateInWords(dayAt(one.sentAt ?? one.createdAt, city.timeZone), lang) },
            ...(access.coordinates
              ? [
                  { head: texts.heads.score, cell: scoreOf },
                  { head: texts.heads.messages, cell: (one: ListedApplication) => (one.unread === 0 ? '' : texts.unread(one.unread)) },
                ]
              : []),
          ]}
        />
      )}
      {pages > 1 && (
        <div class="kg-form__foot">
          <span>{texts.pages(String(page), String(pages))}</span>
          {page > 1 && <a href={at(page - 1)}>{texts.earlier}</a>}
          {page < pages && <a href={at(page + 1)}>{texts.later}</a>}
        </div>
      )}
    </Panel>
  );
};

const CrewPanel = ({ which, loaded, asked: { lang } }: { which: 'coordinators' | 'scorers'; loaded: Loaded; asked: Asked }) => {
  const words = textsFor(lang);
  const texts = words.offer;
  const { crew, others } = loaded[which];
  const action = placeOf(loaded.offer, '/crew');
  return (
    <Panel id={which} heading={texts[which]}>
      <div class="kg-panel__body kg-stack">
        <p>{which === 'coordinators' ? texts.coordinatorsIntro : texts.scorersIntro}</p>
        {crew.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <ul class="kg-crew">
            {crew.map(({ actorId, name }) => (
              <li>
                {name || words.someone}{' '}
                {loaded.access.coordinates && (
                  <form method="post" action={action}>
                    <input type="hidden" name="crew" value={which} />
                    <input type="hidden" name="person" value={actorId} />
                    <button class="kg-linklike" type="submit" name="do" value="remove" aria-label={texts.removeFor(name)}>
                      {texts.remove}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {loaded.access.coordinates && others.length > 0 && (
        <form class="kg-form__foot" method="post" action={action}>
          <input type="hidden" name="crew" value={which} />
          <Select
            name="person"
            id={`${which}-person`}
            label={texts.person}
            lang={lang}
            options={[{ value: '', text: texts.choose }, ...others.map((one) => ({ value: one.actorId, text: one.name }))]}
          />
          <Button secondary name="do" value="add">
            {texts.add}
          </Button>
        </form>
      )}
    </Panel>
  );
};
