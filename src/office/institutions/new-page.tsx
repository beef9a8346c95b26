import { uuidv7 } from '#basics/uuid.ts';
import { enterInstitution, institutionKinds, readContact, readInstitution, type TypedContact, type TypedInstitution } from '#offers/index.ts';
import { themes } from '#register/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { InstitutionFields, institutionFormTexts } from '#ui/institution-fields.tsx';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { isId } from './ids.ts';
import { crumbsTo, errorIn, errorsOf, textsFor, type FormError } from './texts.ts';

type Typed = TypedInstitution & TypedContact & { id: string };

export async function showNew(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator', 'administrator');
  const id = uuidv7(asked.now.getTime());
  return newSheet(asked, { id, name: '', kind: '', themes: [], description: '', url: '', address: '', contactName: '', email: '' });
}

export async function takeNew(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'administrator');
  const { desk, lang, person, now } = asked;
  const form = await typedIn(asked, ['themes']);
  if (!form.ok) return form.answer;
  const { of } = form;
  const typed: Typed = {
    id: isId(of('id')) ? of('id') : uuidv7(now.getTime()),
    name: of('name'),
    kind: of('kind'),
    themes: form.form.get('themes') ?? [],
    description: of('description'),
    url: of('url'),
    address: of('address'),
    contactName: of('contactName').trim(),
    email: of('email').trim(),
  };
  const institution = readInstitution(typed);
  // Somebody to write to may be entered at once, or later, or never.
  const contact = typed.contactName === '' && typed.email === '' ? null : readContact(typed);
  if (!institution.ok || contact?.ok === false)
    return newSheet(asked, typed, errorsOf([...(institution.ok ? [] : institution.problems), ...(contact?.ok === false ? contact.problems : [])], lang));
  await desk.db.write((tx) => enterInstitution(tx, { id: typed.id, institution: institution.value, contact: contact?.value ?? null, lang: 'pl', by: person.actorId, now }));
  return seeOther(`/office/institutions/${typed.id}?done=saved`);
}

function newSheet({ lang }: Asked, typed: Typed, errors: FormError[] = []): Sheet {
  const texts = textsFor(lang);
  const fields = institutionFormTexts(lang);
  const errorOf = errorIn(errors);
  return {
    title: texts.new.title,
    rail: 'institutions',
    crumbs: crumbsTo(lang, { text: texts.new.title, href: '/office/institutions/new' }),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <h1>{texts.new.title}</h1>
        <ErrorSummary errors={errors} lang={lang} />
        <form class="kg-panel" method="post" action="/office/institutions" novalidate>
          <input type="hidden" name="id" value={typed.id} />
          <div class="kg-form">
            <InstitutionFields typed={typed} kinds={institutionKinds} themes={themes} errorIn={errorOf} lang={lang} />
            <h2>{texts.new.person}</h2>
            <p class="govuk-hint">{texts.new.text}</p>
            <TextInput name="contactName" label={fields.contactName} lang={lang} value={typed.contactName} autocomplete="off" error={errorOf('contactName')} />
            <TextInput name="email" label={fields.email} lang={lang} type="email" value={typed.email} autocomplete="off" spellcheck={false} error={errorOf('email')} />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.new.save}</Button>
          </div>
        </form>
      </>
    ),
  };
}
