import type { Child } from '#markup/markup.ts';
import { holds } from '#accounts/index.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { currentRevisionId } from '#publishing/store.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../../page.ts';
import { Datalists } from '../form/datalists.tsx';
import { Fields } from '../form/fields.tsx';
import { loadShown } from '../form/load-shown.ts';
import { placeInWords, type Problem } from '../form/problems.ts';
import { sectionsOf } from '../form/sections.ts';
import { idOf, nameOf, type Shown } from '../form/shown.ts';
import { recordSpec, type Group } from '../form/spec.ts';
import { knownPlaces } from '../form/store.ts';
import { ValueWords } from '../form/value-words.tsx';
import { currentPath } from '../lists/store.ts';
import { textsOf } from '../texts.ts';
import { basisOf } from './conflict.ts';
import { clockWords } from './saved-words.ts';
import { lastReturn, nameOf as personName, type Draft } from './store.ts';
import { longestWhy, whyFields } from './submit.ts';
import { kindName, pluralName, titleOfBody } from './title.ts';

/** A draft that is kept, or one that begins: then its version is 0 and no moment of saving is known. */
export type Work = Pick<Draft, 'id' | 'kind' | 'slug' | 'recordId' | 'body' | 'basedOn' | 'version'> &
  Partial<Pick<Draft, 'whyPl' | 'whyEn'>> & { saved: { at: Date; editorId: string } | null };

export const workOf = (draft: Draft): Work => ({ ...draft, saved: { at: draft.updatedAt, editorId: draft.editorId } });

type View = { problems?: readonly Problem[]; preview?: string | null; opened?: string | null; from?: ReadonlyMap<string, number>; status?: number };

/** The form of a draft; who may not edit reads it. */
export async function draftSheet(asked: Asked, work: Work, view: View = {}): Promise<Sheet> {
  const { lang, desk } = asked;
  const texts = textsOf(lang);
  const spec = recordSpec(desk.kinds.named(work.kind));
  const problems = view.problems ?? [];
  const loaded = await desk.db.read(async (reader) => ({
    shown: await loadShown(reader, { ...view, kind: work.kind, lang, spec, body: work.body, problems: new Map(problems.map(({ path, text }) => [nameOf(path), text])) }),
    places: await knownPlaces(reader),
    ...(await aroundDraft(reader, work, lang)),
  }));
  const { shown } = loaded;
  const isNew = work.recordId === null;
  const title = work.version === 0 ? texts.draft.newTitle(kindName(work.kind, lang)) : texts.draft.title(titleOfBody(desk.kinds, { ...work, lang, titles: shown.titles }));
  const mayEdit = holds(asked.person, 'editor');
  return {
    title,
    rail: 'records',
    crumbs: [
      { text: texts.title, href: '/office/records' },
      { text: pluralName(work.kind, lang), href: `/office/records/${work.kind}` },
      ...(isNew || work.slug === null ? [] : [{ text: work.slug, href: `/office/records/${work.kind}/${work.slug}` }]),
      { text: texts.list.states.draft, href: `/office/drafts/${work.id}` },
    ],
    ...(view.status === undefined ? {} : { status: view.status }),
    errorPrefix: problems.length > 0,
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{title}</h1>
          <p class="kg-links">
            {!isNew && <a href={`/office/records/${work.kind}/${work.slug ?? ''}`}>{texts.draft.record}</a>}{' '}
            {loaded.path !== undefined && <a href={loaded.path}>{texts.draft.publicPage}</a>}
          </p>
        </div>
        {loaded.sentBack !== undefined && (
          <div class="kg-note kg-note--back">
            <p>
              <b>{texts.draft.sentBack(loaded.sentBack.by)}</b>
            </p>
            {loaded.sentBack.why !== null && <p>{loaded.sentBack.why}</p>}
          </div>
        )}
        {loaded.isOutdated && (
          <p class="kg-note">
            {texts.draft.newer} <a href={`/office/drafts/${work.id}/compare`}>{texts.draft.newerLink}</a>
          </p>
        )}
        <Summary problems={problems} asked={asked} kind={work.kind} />
        {mayEdit ? (
          <Form work={work} asked={asked} spec={spec} shown={shown} editor={loaded.editor}>
            {isNew && <Slug work={work} asked={asked} problems={problems} />}
          </Form>
        ) : (
          <section class="kg-panel">
            <div class="kg-panel__body">
              <p>{texts.draft.readOnly}</p>
              <ValueWords spec={spec} path={[]} value={work.body} shown={shown} />
            </div>
          </section>
        )}
        {mayEdit && <Datalists shown={shown} places={loaded.places} />}
      </>
    ),
  };
}

async function aroundDraft(reader: Reader, work: Work, lang: Lang) {
  if (work.recordId === null) return { path: undefined, isOutdated: false, sentBack: undefined, editor: await editorOf(reader, work) };
  const current = await currentRevisionId(reader, work.recordId);
  return {
    path: await currentPath(reader, work.recordId, lang),
    isOutdated: current !== undefined && current !== work.basedOn,
    sentBack: await lastReturn(reader, work.recordId),
    editor: await editorOf(reader, work),
  };
}

const editorOf = async (reader: Reader, { saved }: Work): Promise<string | undefined> => (saved === null ? undefined : personName(reader, saved.editorId));

const Summary = ({ problems, asked, kind }: { problems: readonly Problem[]; asked: Asked; kind: string }) => {
  const { lang } = asked;
  const place = ({ path }: Problem): string => {
    const name = nameOf(path);
    const { draft } = textsOf(lang);
    if (name === whyFields.pl) return draft.whyPl;
    if (name === whyFields.en) return draft.whyEn;
    return name === 'slug' ? draft.slug : name.endsWith('-upload') ? textsOf(lang).files.add : placeInWords(kind, path, lang);
  };
  return <ErrorSummary lang={lang} errors={problems.map((problem) => ({ field: idOf(problem.path), text: `${place(problem)}: ${problem.text}` }))} />;
};

/** The end of the address; a record keeps it once it has been handed in. */
const Slug = ({ work, asked, problems }: { work: Work; asked: Asked; problems: readonly Problem[] }) => {
  const texts = textsOf(asked.lang).draft;
  const error = problems.find(({ path }) => nameOf(path) === 'slug')?.text;
  return (
    <section class="kg-panel">
      <div class="kg-panel__body">
        <TextInput name="slug" id="f-slug" label={texts.slug} hint={texts.slugHint} lang={asked.lang} value={work.slug ?? ''} spellcheck={false} autocomplete="off" error={error} />
      </div>
    </section>
  );
};

/** The reason as the public change register will show it; whoever approves may word it anew. */
const WhyPanel = ({ work, asked, problems }: { work: Work; asked: Asked; problems: ReadonlyMap<string, string> }) => {
  const { lang } = asked;
  const texts = textsOf(lang).draft;
  return (
    <section class="kg-panel" aria-labelledby="why">
      <div class="kg-panel__head">
        <h2 id="why">{texts.why}</h2>
      </div>
      <div class="kg-panel__body">
        <p class="kg-quiet">{texts.whyHint}</p>
        <div class="kg-fields">
          {(['pl', 'en'] as const).map((of) => (
            <TextArea
              name={whyFields[of]}
              id={idOf([whyFields[of]])}
              label={of === 'pl' ? texts.whyPl : texts.whyEn}
              rows={2}
              maxlength={longestWhy}
              lang={lang}
              value={(of === 'pl' ? work.whyPl : work.whyEn) ?? ''}
              error={problems.get(whyFields[of])}
            />
          ))}
        </div>
      </div>
    </section>
  );
};

type FormProps = { work: Work; asked: Asked; spec: Group; shown: Shown; editor: string | undefined; children: Child };

const Form = ({ work, asked, spec, shown, editor, children }: FormProps) => {
  const { lang } = asked;
  const texts = textsOf(lang);
  const words = texts.draft;
  const sections = sectionsOf(work.kind, spec, lang);
  const faulty = (names: readonly string[]): number => [...shown.problems.keys()].filter((name) => names.some((field) => name === field || name.startsWith(`${field}.`))).length;
  return (
    <form
      class="kg-draft"
      method="post"
      action={`/office/drafts/${work.id}`}
      novalidate
      data-autosave=""
      data-saving={words.saving}
      data-unsaved={words.unsaved}
      data-failed={words.failed}
      data-stale={words.stale}
      data-lang={lang}
    >
      <input type="hidden" name="version" value={String(work.version)} />
      <input type="hidden" name="draft-id" value={work.id} />
      <input type="hidden" name="draft-kind" value={work.kind} />
      {work.recordId !== null && <input type="hidden" name="draft-record" value={work.slug ?? ''} />}
      <input type="hidden" name="draft-basis" value={basisOf(spec, work.body)} />
      {/* Enter in a field saves; without this it would press the first button of a row. */}
      <button class="kg-vh" type="submit" name="do" value="save" tabindex={-1} aria-hidden="true">
        {words.save}
      </button>
      <nav class="kg-draft__parts" aria-label={texts.form.sectionsLabel}>
        <ul class="kg-chips">
          {sections.map((section) => {
            const count = faulty(section.fields.map(({ name }) => name));
            return (
              <li>
                <a class={count > 0 ? 'kg-chip kg-chip--bad' : 'kg-chip'} href={`#${section.id}`}>
                  {section.title}
                  {count > 0 && <b> {count}</b>}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <p class="kg-quiet">{words.unknownIsEmpty}</p>
      {children}
      {sections.map((section) => (
        <section class={section.isOffice ? 'kg-panel kg-panel--office' : 'kg-panel'} id={section.id} aria-labelledby={`${section.id}-h`}>
          <div class="kg-panel__head">
            <h2 id={`${section.id}-h`}>{section.title}</h2>
          </div>
          <div class="kg-panel__body">
            {section.isOffice && <p class="kg-quiet">{texts.sections.officeText}</p>}
            <Fields fields={section.fields} path={[]} value={work.body} shown={shown} />
          </div>
        </section>
      ))}
      <WhyPanel work={work} asked={asked} problems={shown.problems} />
      <div class="kg-draft__foot">
        <output class="kg-save" data-save-state="">
          {work.saved === null ? words.notYetSaved : words.savedAt(clockWords(asked, work.saved.at))}
        </output>
        <Button name="do" value="submit">
          {words.submit}
        </Button>
        <Button secondary name="do" value="save">
          {words.save}
        </Button>
        <button class="kg-linklike" name="do" value="conflict" hidden data-stale-button="">
          {words.staleLink}
        </button>
        {work.version > 0 && (
          <button class="kg-linklike" name="do" value="discard">
            {words.discard}
          </button>
        )}
        <p class="kg-quiet">
          {words.fourEyes}
          {editor !== undefined && ` ${words.lastEditor(editor)}.`}
        </p>
      </div>
    </form>
  );
};
