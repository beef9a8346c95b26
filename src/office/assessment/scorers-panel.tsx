import { holds } from '#accounts/index.ts';
import { takesScores } from '#assessment/index.ts';
import { Button, Select } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import type { Asked } from '../page.ts';
import { placeOf } from './frame.tsx';
import { knownIn } from './known.ts';
import type { Loaded, Scorer } from './load.ts';
import type { UnitChoice } from './read-scorers.ts';
import type { Askable } from './store.ts';
import { textsFor } from './texts.ts';

export type ScorersCame = { person: string; unit: string; problems: ('person' | 'unit')[] };

type Given = { asked: Asked; loaded: Loaded; people: Askable[]; units: UnitChoice[]; came: ScorersCame | null };

/** Who scores what, and how far each of them is. */
export const ScorersPanel = ({ asked, loaded, people, units, came }: Given) => {
  const { lang } = asked;
  const { cycle, scorers, names } = loaded;
  const texts = textsFor(lang);
  const words = texts.scorers;
  const mayAsk = holds(asked.person, 'assessor') && takesScores(cycle.state);
  const unitName = (unit: string | null): string => (unit === null ? words.everything : (units.find((one) => one.slug === unit)?.name ?? unit));
  const progress = ({ unit }: Scorer): string => {
    const { known, of } = knownIn(loaded.assessed.filter((one) => unit === null || loaded.units.get(one.membership) === unit));
    return texts.progressOf(known, of);
  };
  const error = (field: 'person' | 'unit'): string | undefined => (came?.problems.includes(field) === true ? words.problems[field] : undefined);
  return (
    <section class="kg-panel" aria-labelledby="scorers-heading">
      <div class="kg-panel__head">
        <h2 id="scorers-heading">{words.heading}</h2>
      </div>
      <p class="kg-panel__body">{words.intro}</p>
      {scorers.length > 0 && (
        <Table
          lang={lang}
          id="scorers"
          caption={words.caption}
          rows={scorers}
          columns={[
            { head: words.heads.name, cell: (one) => names.get(one.actorId) ?? words.nobody },
            { head: words.heads.unit, cell: (one) => unitName(one.unit) },
            { head: words.heads.done, cell: progress },
            ...(mayAsk
              ? [
                  {
                    head: words.heads.act,
                    cell: (one: Scorer) => (
                      <form method="post" action={`${placeOf(cycle)}/scorers`}>
                        <input type="hidden" name="person" value={one.actorId} />
                        <input type="hidden" name="unit" value={one.unit ?? '*'} />
                        <button class="kg-linklike" type="submit" name="do" value="remove" aria-label={words.removeFor(names.get(one.actorId) ?? words.nobody)}>
                          {words.remove}
                        </button>
                      </form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayAsk && (
        <form method="post" action={`${placeOf(cycle)}/scorers`} novalidate>
          <div class="kg-form">
            <div class="kg-fields">
              <Select
                name="person"
                label={words.person}
                lang={lang}
                value={came?.person ?? ''}
                options={[{ value: '', text: words.choose }, ...people.map((one) => ({ value: one.actorId, text: one.name }))]}
                error={error('person')}
              />
              <Select
                name="unit"
                label={words.unit}
                lang={lang}
                value={came?.unit ?? ''}
                options={[{ value: '', text: words.choose }, ...units.map((one) => ({ value: one.slug, text: one.name })), { value: '*', text: words.everything }]}
                error={error('unit')}
              />
            </div>
          </div>
          <div class="kg-form__foot">
            <Button>{words.invite}</Button>
          </div>
        </form>
      )}
    </section>
  );
};
