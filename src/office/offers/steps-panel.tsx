import { holds } from '#accounts/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { waysFrom, type ApplicationState, type Transition } from '#offers/index.ts';
import { Button, describedBy, Field, TextArea, TextInput } from '#ui/fields.tsx';
import type { Asked } from '../page.ts';
import { PaperLink } from './answers-panel.tsx';
import type { Came, SeenApplication } from './application-read.ts';
import { Act, applicationPlace, Panel } from './frame.tsx';
import { textsFor } from './texts.ts';

type Props = { seen: SeenApplication; asked: Asked; came: Came | undefined };

/** Where the application can go from here: each way with what it needs. */
export const StepsPanel = ({ seen, asked, came }: Props) => {
  const { lang } = asked;
  const texts = textsFor(lang).one;
  const { application, papers } = seen;
  const open = application.erasedAt === null || application.state === 'passed-on' ? waysFrom(application.state, 'coordinator') : [];
  // What takes something back stands last, and is never the one that lies open.
  const ways = [...open.filter((way) => !takesBack(way)), ...open.filter(takesBack)];
  const endorsement = papers.find((one) => one.purpose === 'endorsement');
  return (
    <Panel id="steps" heading={texts.steps}>
      {endorsement !== undefined && (
        <p class="kg-panel__body">
          {texts.endorsement}: <PaperLink applicationId={application.id} paper={endorsement} lang={lang} />
          {application.signedBy !== null && application.signedOn !== null && `. ${texts.signed(application.signedBy, dateInWords(application.signedOn, lang))}`}
        </p>
      )}
      {application.state === 'won' && <EffectPart seen={seen} asked={asked} />}
      {ways.length === 0 && <p class="kg-panel__body">{application.state === 'interest' ? texts.waitsForApplicant : texts.noSteps}</p>}
      {ways.map((way, index) => (
        <details class="kg-way" open={came?.form === way.to || (came?.form === undefined && index === 0 && ways.length < 3 && !takesBack(way))}>
          <summary>{nameOf(way, lang)}</summary>
          <Way way={way} seen={seen} asked={asked} came={came?.form === way.to ? came : undefined} />
        </details>
      ))}
    </Panel>
  );
};

const judged: ReadonlySet<ApplicationState> = new Set(['chosen', 'not-chosen']);

const takesBack = ({ from, to }: Transition): boolean => (to === 'checked' && judged.has(from)) || (to === 'passed-on' && from !== 'endorsed');

function nameOf({ from, to }: Transition, lang: Asked['lang']): string {
  const names = textsFor(lang).one.toSteps;
  if (to === 'checked' && judged.has(from)) return names.again;
  if (to === 'checked' && from === 'to-amend') return names.asItIs;
  if (to === 'passed-on' && from !== 'endorsed') return names.correct;
  return names[to];
}

const Way = ({ way, seen: { application }, asked: { lang, today }, came }: Props & { way: Transition }) => {
  const texts = textsFor(lang).one;
  const name = (field: string): string => `${field}-${way.to}`;
  const typed = (field: string): string => came?.typed?.(field) ?? '';
  const errorOf = (field: string): string | undefined => came?.errors?.find((error) => error.field === name(field))?.text;
  const needs = (what: Transition['needs'][number]): boolean => way.needs.includes(what);
  const dayLabel = way.to === 'to-amend' || way.to === 'passed-on' ? texts.days[way.to] : texts.days.outcome;
  const file = { name: 'document', id: name('document'), label: texts.document, hint: texts.documentHint, lang, error: errorOf('document') };
  return (
    <form method="post" action={applicationPlace(application.id, '/step')} enctype={needs('document') ? 'multipart/form-data' : undefined} novalidate>
      <input type="hidden" name="version" value={String(application.version)} />
      <input type="hidden" name="to" value={way.to} />
      {way.needs.some((need) => need !== 'scores') && (
        <div class="kg-form">
          {needs('day') && (
            <TextInput
              name="day"
              id={name('day')}
              type="date"
              label={dayLabel}
              hint={texts.dayHint}
              lang={lang}
              value={typed('day') || (way.to === 'to-amend' ? '' : today)}
              error={errorOf('day')}
              required
            />
          )}
          {needs('document') && (
            <>
              <TextInput
                name="signedBy"
                id={name('signedBy')}
                label={texts.signedBy}
                hint={texts.signedByHint}
                lang={lang}
                value={typed('signedBy')}
                error={errorOf('signedBy')}
                maxlength={200}
                required
              />
              <Field {...file}>
                <input class="govuk-file-upload" type="file" id={file.id} name="document" required aria-describedby={describedBy(file)} />
              </Field>
            </>
          )}
          {needs('reason') && (
            <TextArea
              name="reason"
              id={name('reason')}
              label={texts.reason}
              hint={texts.reasonHint}
              lang={lang}
              rows={3}
              maxlength={4000}
              value={typed('reason')}
              error={errorOf('reason')}
            />
          )}
        </div>
      )}
      <div class="kg-form__foot">
        <Button secondary={takesBack(way)}>{nameOf(way, lang)}</Button>
      </div>
    </form>
  );
};

const EffectPart = ({ seen: { application, offer }, asked: { lang, person } }: { seen: SeenApplication; asked: Asked }) => {
  const texts = textsFor(lang).one;
  if (application.effectDraftId !== null)
    return (
      <p class="kg-panel__body">
        {texts.effectThere} {holds(person, 'editor') && <a href={`/office/drafts/${application.effectDraftId}`}>{texts.effectOpen}</a>}
      </p>
    );
  if (!offer?.offeredBy) return null;
  return (
    <div class="kg-panel__body kg-stack">
      <p>{texts.effectHint}</p>
      <Act action={applicationPlace(application.id, '/effect')} fields={{ version: String(application.version) }} secondary={false}>
        {texts.effect}
      </Act>
    </div>
  );
};
