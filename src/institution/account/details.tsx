import { changeInstitution, findInstitution, institutionKinds, readInstitution, type TypedInstitution } from '#offers/index.ts';
import { themes } from '#register/index.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary } from '#ui/fields.tsx';
import { InstitutionFields } from '#ui/institution-fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { seeOther, type Asked, type Sheet } from '../page.ts';
import { crumbsTo, errorIn, errorsOf, step, type FormError } from '../parts.tsx';
import { pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';

export async function showDetails(asked: Asked): Promise<Sheet | 'notFound'> {
  const kept = await asked.desk.db.read((reader) => findInstitution(reader, asked.contact.institutionId));
  if (kept === undefined) return 'notFound';
  const typed = { ...kept, description: kept.description ?? '', url: kept.url ?? '', address: kept.address ?? '' };
  return detailsSheet(asked, typed, kept.version);
}

export async function takeDetails(asked: Asked): Promise<Sheet | Response | 'notFound'> {
  const { lang, desk, contact, now } = asked;
  const form = await typedIn(asked, ['themes']);
  if (!form.ok) return form.answer;
  const { of } = form;
  const typed = { name: of('name'), kind: of('kind'), themes: form.form.get('themes') ?? [], description: of('description'), url: of('url'), address: of('address') };
  const version = /^\d{1,9}$/.test(of('version')) ? Number(of('version')) : 0;
  const read = readInstitution(typed);
  if (!read.ok) return detailsSheet(asked, typed, version, errorsOf(read.problems, lang));
  const changed = await desk.db.write((tx) => changeInstitution(tx, { id: contact.institutionId, version, institution: read.value, by: null, now }));
  if (changed.ok) return seeOther(`${institutionAddress('institutionData', lang)}?done=saved`);
  if (changed.refusal === 'notFound') return 'notFound';
  // The form comes back over the newer state: sent again, it replaces it knowingly.
  const kept = await desk.db.read((reader) => findInstitution(reader, contact.institutionId));
  return { ...detailsSheet(asked, typed, kept?.version ?? 0, [{ field: 'name', text: pageTexts(lang).details.stale }]), status: 409 };
}

function detailsSheet({ lang }: Asked, typed: TypedInstitution, version: number, errors: FormError[] = []): Sheet {
  const texts = pageTexts(lang).details;
  return {
    title: texts.title,
    crumbs: crumbsTo(lang, step('institutionData', lang, texts.title)),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)} />
        <form class="kg-form" method="post" action={institutionAddress('institutionData', lang)} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <InstitutionFields typed={typed} kinds={institutionKinds} themes={themes} errorIn={errorIn(errors)} lang={lang} />
          <div>
            <Button>{texts.save}</Button>
          </div>
        </form>
        <p>
          <a href={institutionAddress('institutionErasure', lang)}>{texts.erase}</a>
        </p>
      </>
    ),
  };
}
