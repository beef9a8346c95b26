import type { Form } from '#web/form.ts';
import type { Asked, Sheet } from '../../page.ts';
import { Button, ErrorSummary } from '#ui/fields.tsx';
import { loadShown } from '../form/load-shown.ts';
import { placeInWords } from '../form/problems.ts';
import { nameOf, type Shown } from '../form/shown.ts';
import { recordSpec } from '../form/spec.ts';
import { ValueWords } from '../form/value-words.tsx';
import { textsOf } from '../texts.ts';
import type { Choices, Unit, Who } from './conflict.ts';
import { pluralName } from './title.ts';

export type Conflict = {
  kind: string;
  draftId: string;
  units: readonly (Unit & { who: Who })[];
  mine: unknown;
  theirs: unknown;
  /** What else the form brings along: everything as it was typed. */
  typed: Form | null;
  version: number;
  basis: string;
  /** The revision that the draft is held against; null where another save of the draft is. */
  against: string | null;
  /** Who saved the other version, and when. */
  said: string | null;
  choices: Choices;
  isIncomplete: boolean;
};

/** Both versions side by side; each field is chosen for itself, and nothing that was typed is lost. */
export async function conflictSheet(asked: Asked, conflict: Conflict): Promise<Sheet> {
  const { lang, desk } = asked;
  const texts = textsOf(lang);
  const words = texts.conflict;
  const spec = recordSpec(desk.kinds.named(conflict.kind));
  const shown = await desk.db.read(async (reader) => {
    const [mine, theirs] = [
      await loadShown(reader, { kind: conflict.kind, lang, spec, body: conflict.mine }),
      await loadShown(reader, { kind: conflict.kind, lang, spec, body: conflict.theirs }),
    ];
    return { ...mine, titles: new Map([...mine.titles, ...theirs.titles]) };
  });
  const isPublished = conflict.against !== null;
  const title = isPublished ? words.publishedTitle : words.title;
  const missing = conflict.isIncomplete ? conflict.units.filter((unit) => !conflict.choices.has(nameOf(unit.path))) : [];
  return {
    title,
    rail: 'records',
    status: 409,
    errorPrefix: missing.length > 0,
    crumbs: [
      { text: texts.title, href: '/office/records' },
      { text: pluralName(conflict.kind, lang), href: `/office/records/${conflict.kind}` },
      { text: texts.list.states.draft, href: `/office/drafts/${conflict.draftId}` },
    ],
    content: (
      <>
        <h1>{title}</h1>
        <ErrorSummary lang={lang} errors={missing.map((unit) => ({ field: `c-${nameOf(unit.path)}-mine`, text: `${placeOf(conflict.kind, unit, asked)}: ${words.choose}` }))} />
        <p>{isPublished ? words.publishedText : words.text}</p>
        {conflict.said !== null && <p>{conflict.said}</p>}
        <form method="post" action={`/office/drafts/${conflict.draftId}`} class="kg-conflict">
          <input type="hidden" name="version" value={String(conflict.version)} />
          <input type="hidden" name="draft-kind" value={conflict.kind} />
          <input type="hidden" name="draft-basis" value={conflict.basis} />
          {conflict.against !== null && <input type="hidden" name="draft-against" value={conflict.against} />}
          {conflict.typed !== null && <Typed form={conflict.typed} />}
          {conflict.units.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            conflict.units.map((unit) => (
              <Choice
                unit={unit}
                kind={conflict.kind}
                chosen={conflict.choices.get(nameOf(unit.path)) ?? presetOf(unit.who)}
                isPublished={isPublished}
                asked={asked}
                shown={shown}
              />
            ))
          )}
          <div class="kg-draft__foot">
            <Button name="do" value={isPublished ? 'rebase' : 'merge'}>
              {words.merge}
            </Button>
          </div>
        </form>
      </>
    ),
  };
}

/** Who alone has changed something is believed; where both have, somebody decides. */
const presetOf = (who: Who): 'mine' | 'theirs' | undefined => (who === 'both' ? undefined : who);

const placeOf = (kind: string, unit: Unit, { lang }: Asked): string => (nameOf(unit.path) === 'slug' ? textsOf(lang).draft.slug : placeInWords(kind, unit.path, lang));

const own = new Set(['version', 'do', 'autosave', 'upload-to', 'draft-kind', 'draft-basis', 'draft-against']);

const Typed = ({ form }: { form: Form }) => (
  <>
    {[...form]
      .filter(([name]) => !own.has(name) && !name.startsWith('choice.'))
      .flatMap(([name, values]) => values.map((value) => <textarea hidden name={name}>{`\n${value.replaceAll('\r\n', '\n')}`}</textarea>))}
  </>
);

type ChoiceProps = { unit: Unit & { who: Who }; kind: string; chosen: 'mine' | 'theirs' | undefined; isPublished: boolean; asked: Asked; shown: Shown };

const Choice = ({ unit, kind, chosen, isPublished, asked, shown }: ChoiceProps) => {
  const words = textsOf(asked.lang).conflict;
  const name = nameOf(unit.path);
  const who = { mine: words.onlyMine, theirs: words.onlyTheirs, both: words.both }[unit.who];
  const heads = isPublished ? { mine: words.draft, theirs: words.published } : { mine: words.mine, theirs: words.theirs };
  return (
    <fieldset class="kg-panel kg-choice">
      <legend>
        {placeOf(kind, unit, asked)} <span class="kg-quiet">{who}</span>
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <div class="kg-choice__side">
          <label for={`c-${name}-${side}`}>
            <input type="radio" id={`c-${name}-${side}`} name={`choice.${name}`} value={side} checked={chosen === side} required />
            <b>{heads[side]}</b>
          </label>
          <div class="kg-choice__value">
            <ValueWords spec={unit.spec} path={unit.path} value={unit[side]} shown={shown} />
          </div>
        </div>
      ))}
    </fieldset>
  );
};
