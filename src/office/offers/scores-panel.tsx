import { meanOf, scoredBy, type Criterion, type NamedScore } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { Button, TextArea, TextInput } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import type { Asked } from '../page.ts';
import type { Came, SeenApplication } from './application-read.ts';
import { applicationPlace, Panel } from './frame.tsx';
import { textsFor } from './texts.ts';

type Props = { seen: SeenApplication; asked: Asked; came: Came | undefined };

/** Points and reasons of those who judge. Nobody sees what others gave before they have given their own. */
export const ScoresPanel = ({ seen, asked, came }: Props) => {
  const { lang, person } = asked;
  const words = textsFor(lang);
  const texts = words.one;
  const { application, access, form, scores } = seen;
  const own = scores.filter((score) => score.scorerId === person.actorId);
  const mayScore = access.scores && application.state === 'checked';
  const hides = mayScore && own.length < form.criteria.length;
  const shown = hides ? own : scores;
  const most = form.criteria.reduce((sum, criterion) => sum + criterion.points, 0);
  const mean = hides ? null : meanOf(form.criteria, scores);
  const criterionOf = (key: string): Criterion | undefined => form.criteria.find((criterion) => criterion.key === key);
  const format = (number: number): string => number.toLocaleString(lang === 'pl' ? 'pl-PL' : 'en-GB');
  return (
    <Panel
      id="scores-heading"
      heading={texts.scores}
      aside={mean === null ? undefined : <p>{texts.mean(format(mean), String(most), String(scoredBy(form.criteria, scores).filter((one) => one.isWhole).length))}</p>}
    >
      {shown.length === 0 ? (
        <p class="kg-panel__body">{hides && scores.length > 0 ? texts.othersHidden : texts.noScores}</p>
      ) : (
        <Table
          lang={lang}
          id="scores"
          caption={texts.scoresCaption}
          rows={shown}
          columns={[
            {
              head: texts.scoresHeads.criterion,
              cell: (score: NamedScore) => {
                const criterion = criterionOf(score.criterion);
                return criterion === undefined ? score.criterion : inLang(criterion.label, lang);
              },
            },
            { head: texts.scoresHeads.who, cell: (score: NamedScore) => score.name ?? words.someone },
            { head: texts.scoresHeads.points, cell: (score: NamedScore) => texts.of(String(score.points), String(criterionOf(score.criterion)?.points ?? 0)), numeric: true },
            { head: texts.scoresHeads.reason, cell: (score: NamedScore) => score.reason },
          ]}
        />
      )}
      {mayScore && <ScoreForm seen={seen} asked={asked} came={came?.form === 'score' ? came : undefined} own={own} />}
    </Panel>
  );
};

const ScoreForm = ({ seen: { application, form }, asked: { lang }, came, own }: Props & { own: readonly NamedScore[] }) => {
  const texts = textsFor(lang).one;
  const valueOf = (name: 'points' | 'reason', key: string): string => {
    const kept = own.find((score) => score.criterion === key);
    return came?.typed?.(`${name}.${key}`) ?? (kept === undefined ? '' : String(kept[name]));
  };
  const errorOf = (name: string): string | undefined => came?.errors?.find((error) => error.field === name)?.text;
  return (
    <form method="post" action={applicationPlace(application.id, '/score')} novalidate>
      <div class="kg-form kg-score">
        <h3>{texts.ownScore}</h3>
        {form.criteria.map((criterion) => (
          <fieldset>
            <legend>{inLang(criterion.label, lang)}</legend>
            {criterion.hint !== undefined && <p class="govuk-hint">{inLang(criterion.hint, lang)}</p>}
            <TextInput
              name={`points.${criterion.key}`}
              label={texts.points(String(criterion.points))}
              lang={lang}
              inputmode="numeric"
              maxlength={4}
              required
              value={valueOf('points', criterion.key)}
              error={errorOf(`points.${criterion.key}`)}
            />
            <TextArea
              name={`reason.${criterion.key}`}
              label={texts.reason}
              lang={lang}
              rows={2}
              maxlength={4000}
              value={valueOf('reason', criterion.key)}
              error={errorOf(`reason.${criterion.key}`)}
            />
          </fieldset>
        ))}
      </div>
      <div class="kg-form__foot">
        <Button>{texts.saveScore}</Button>
      </div>
    </form>
  );
};
