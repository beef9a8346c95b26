import { institutionKinds, type KeptContact, type KeptInstitution, type TypedContact, type TypedInstitution } from '#offers/index.ts';
import { themes } from '#register/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { InstitutionFields, institutionFormTexts } from '#ui/institution-fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { Asked, Sheet } from '../page.ts';
import { crumbsTo, errorIn, stateColours, stateOf, textsFor, type FormError } from './texts.ts';

export type Shown = {
  institution: KeptInstitution;
  people: KeptContact[];
  typed?: TypedInstitution & { version: number };
  added?: TypedContact;
  errors?: FormError[];
  status?: number;
};

/** One institution: what is known of it, its people, and whether they may come in. */
export function oneSheet(asked: Asked, { institution, people, typed, added = { contactName: '', email: '' }, errors = [], status = 422 }: Shown): Sheet {
  const { lang, city } = asked;
  const texts = textsFor(lang);
  const place = `/office/institutions/${institution.id}`;
  const state = stateOf(institution);
  const held = typed ?? { ...institution, description: institution.description ?? '', url: institution.url ?? '', address: institution.address ?? '' };
  const day = (at: Date) => <Moment at={at.toISOString()} lang={lang} timeZone={city.timeZone} />;
  return {
    title: institution.name,
    rail: 'institutions',
    crumbs: crumbsTo(lang, { text: institution.name, href: place }),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status } : {}),
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{institution.name}</h1>
          <span class={`govuk-tag govuk-tag--${stateColours[state]}`}>{texts.states[state]}</span>
        </div>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-panel kg-panel__body">
          <SummaryList
            rows={[
              { term: texts.facts.source, value: texts.sources[institution.source] },
              { term: texts.facts.created, value: day(institution.createdAt) },
              { term: texts.facts.confirmed, value: institution.confirmedAt === null ? texts.facts.notYet : day(institution.confirmedAt) },
            ]}
          />
        </div>
        <People people={people} place={place} added={added} errors={errors} lang={lang} />
        <section class="kg-panel" aria-labelledby="details">
          <div class="kg-panel__head">
            <h2 id="details">{texts.details}</h2>
          </div>
          <form method="post" action={place} novalidate>
            <input type="hidden" name="version" value={String(held.version)} />
            <div class="kg-form">
              <InstitutionFields typed={held} kinds={institutionKinds} themes={themes} errorIn={errorIn(errors)} lang={lang} />
            </div>
            <div class="kg-form__foot">
              <Button>{texts.save}</Button>
            </div>
          </form>
        </section>
        <section class="kg-panel" aria-labelledby="access">
          <div class="kg-panel__head">
            <h2 id="access">{texts.access}</h2>
          </div>
          <form class="kg-panel__body" method="post" action={`${place}/access`}>
            <button class="govuk-button govuk-button--secondary" type="submit" name="active" value={state === 'deactivated' ? 'yes' : 'no'}>
              {state === 'deactivated' ? texts.activate : texts.deactivate}
            </button>
            {state !== 'deactivated' && <p class="govuk-hint">{texts.deactivateHint}</p>}
          </form>
          <p class="kg-panel__body">
            <a href={`${place}/erase`}>{texts.erase}</a>
          </p>
        </section>
      </>
    ),
  };
}

const People = ({ people, place, added, errors, lang }: { people: KeptContact[]; place: string; added: TypedContact; errors: FormError[]; lang: Asked['lang'] }) => {
  const texts = textsFor(lang).people;
  const fields = institutionFormTexts(lang);
  const errorOf = errorIn(errors);
  const columns: Column<KeptContact>[] = [
    { head: texts.columns.name, cell: (one) => one.name },
    { head: texts.columns.email, cell: (one) => <a href={`mailto:${one.email}`}>{one.email}</a> },
    { head: texts.columns.state, cell: (one) => (one.confirmedAt === null ? texts.states.waiting : texts.states.active) },
    {
      head: texts.columns.act,
      cell: (one) => (
        <div class="kg-acts">
          {one.confirmedAt === null && (
            <form method="post" action={`${place}/people/${one.id}/invitation`}>
              <button class="kg-linklike" type="submit" aria-label={texts.inviteFor(one.name)}>
                {texts.invite}
              </button>
            </form>
          )}
          <a href={`${place}/people/${one.id}/erase`} aria-label={texts.eraseFor(one.name)}>
            {texts.erase}
          </a>
        </div>
      ),
    },
  ];
  return (
    <section class="kg-panel" aria-labelledby="people">
      <div class="kg-panel__head">
        <h2 id="people">{texts.title}</h2>
      </div>
      {people.length === 0 ? <p class="kg-panel__body">{texts.none}</p> : <Table lang={lang} id="institution-people" caption={texts.caption} columns={columns} rows={people} />}
      <form method="post" action={`${place}/people`} novalidate>
        <div class="kg-form">
          <TextInput name="contactName" label={fields.contactName} lang={lang} value={added.contactName} autocomplete="off" error={errorOf('contactName')} />
          <TextInput name="email" label={fields.email} lang={lang} type="email" value={added.email} autocomplete="off" spellcheck={false} error={errorOf('email')} />
        </div>
        <div class="kg-form__foot">
          <Button secondary>{texts.add}</Button>
          <span class="govuk-hint">{texts.addHint}</span>
        </div>
      </form>
    </section>
  );
};

/** Asked once more, because it cannot be taken back. */
export function questionSheet({ lang }: Asked, institution: KeptInstitution, given: { title: string; text: string; yes: string; action: string }): Sheet {
  const texts = textsFor(lang);
  const place = `/office/institutions/${institution.id}`;
  return {
    title: given.title,
    rail: 'institutions',
    crumbs: crumbsTo(lang, { text: institution.name, href: place }, { text: given.title, href: given.action }),
    content: (
      <>
        <h1>{given.title}</h1>
        <p>{given.text}</p>
        <form class="kg-acts" method="post" action={given.action}>
          <button class="govuk-button govuk-button--warning" type="submit">
            {given.yes}
          </button>
          <a href={place}>{texts.cancel}</a>
        </form>
      </>
    ),
  };
}
