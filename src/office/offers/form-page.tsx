import { fieldKinds, findCall, findOffer, maxFields, type OfferCall } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { Button, Select } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { NotAllowed, requireRole } from '../page.ts';
import { accessTo } from './access.ts';
import { offerSheet, Panel, placeOf, Warning } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { textsFor } from './texts.ts';

/** The form that is being composed: its questions and the criteria of choice, each with its own buttons. */
export async function formSheet(asked: Asked, came?: { status: number; problem: string }): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator');
  const { desk, lang } = asked;
  const found = await desk.db.read(async (reader) => {
    const offer = await findOffer(reader, asked.given['slug'] ?? '');
    if (offer === undefined) return undefined;
    if (!(await accessTo(reader, asked, offer.id)).coordinates) throw new NotAllowed('offers-coordinator');
    return { offer, call: await findCall(reader, offer.id) };
  });
  if (found === undefined) return missingSheet(asked);
  const { offer, call } = found;
  const texts = textsFor(lang).form;
  return offerSheet(asked, offer, {
    title: texts.title,
    below: [{ text: texts.title, href: placeOf(offer, '/form') }],
    ...(came === undefined ? {} : { status: came.status }),
    content: (
      <>
        {came !== undefined && <Warning>{came.problem}</Warning>}
        <h1>{texts.title}</h1>
        <p>
          {texts.frozen} <a href={placeOf(offer)}>{texts.back}</a>
        </p>
        <Panel id="fields" heading={texts.fields}>
          <Parts asked={asked} call={call} place={placeOf(offer, '/form')} which="fields" />
          {call.draft.fields.length < maxFields ? (
            <form class="kg-form__foot" method="get" action={placeOf(offer, '/form/new')}>
              <Select name="kind" label={texts.kind} lang={lang} options={fieldKinds.map((kind) => ({ value: kind, text: texts.kinds[kind] }))} />
              <Button secondary>{texts.addField}</Button>
            </form>
          ) : (
            <p class="kg-panel__body">{texts.tooMany}</p>
          )}
        </Panel>
        <Panel id="criteria" heading={texts.criteria}>
          <Parts asked={asked} call={call} place={placeOf(offer, '/form')} which="criteria" />
          <div class="kg-form__foot">
            <a class="govuk-button govuk-button--secondary" href={placeOf(offer, '/form/new?kind=criterion')}>
              {texts.addCriterion}
            </a>
          </div>
        </Panel>
      </>
    ),
  });
}

const Parts = ({ asked: { lang }, call, place, which }: { asked: Asked; call: OfferCall; place: string; which: 'fields' | 'criteria' }) => {
  const texts = textsFor(lang).form;
  const parts =
    which === 'fields'
      ? call.draft.fields.map((field) => ({ key: field.key, label: field.label, note: [texts.kinds[field.kind], ...(field.required ? [texts.required] : [])].join(', ') }))
      : call.draft.criteria.map(({ key, label, points }) => ({ key, label, note: texts.range(String(points)) }));
  if (parts.length === 0) return <p class="kg-panel__body">{which === 'fields' ? texts.noFields : texts.noCriteria}</p>;
  return (
    <ol class="kg-compose">
      {parts.map(({ key, label, note }, index) => {
        const name = inLang(label, lang);
        return (
          <li>
            <span class="kg-compose__what">
              <b>{name}</b> <span class="kg-quiet">{note}</span>
            </span>
            <form method="post" action={place}>
              <input type="hidden" name="version" value={String(call.version)} />
              <input type="hidden" name="key" value={key} />
              <a href={`${place}/${key}`} aria-label={texts.actFor(texts.edit, name)}>
                {texts.edit}
              </a>
              {index > 0 && (
                <button class="kg-linklike" type="submit" name="do" value="up" aria-label={texts.actFor(texts.up, name)}>
                  {texts.up}
                </button>
              )}
              {index < parts.length - 1 && (
                <button class="kg-linklike" type="submit" name="do" value="down" aria-label={texts.actFor(texts.down, name)}>
                  {texts.down}
                </button>
              )}
              <button class="kg-linklike" type="submit" name="do" value="remove" aria-label={texts.actFor(texts.remove, name)}>
                {texts.remove}
              </button>
            </form>
          </li>
        );
      })}
    </ol>
  );
};
