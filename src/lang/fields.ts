import { fields as en } from './en/fields.ts';
import type { Lang } from './lang.ts';
import { fields as pl } from './pl/fields.ts';
import { wordsFor } from './words.ts';

const catalogues = { pl, en };

/** Which words the values of a field have. Keys are field names or ends of their paths, as in the catalogue of names. */
const groups = {
  'act.body': 'actBody',
  'act.level': 'actLevel',
  'act.type': 'actType',
  area: 'area',
  'ask.type': 'askType',
  attribution: 'attribution',
  audiences: 'audience',
  basis: 'basis',
  because: 'aside',
  category: 'category',
  character: 'character',
  completeness: 'completeness',
  confirmed: 'confirmed',
  'consent.reason': 'consentReason',
  'consent.state': 'consentState',
  course: 'course',
  'criteria.index': 'index',
  decidedBy: 'decidedBy',
  did: 'actEffect',
  direction: 'direction',
  'effect.level': 'effectLevel',
  'engagement.level': 'engagement',
  every: 'every',
  framework: 'framework',
  'files.type': 'fileType',
  'function.holder.kind': 'functionHolder',
  'function.level': 'functionLevel',
  goodStanding: 'goodStanding',
  grade: 'grade',
  'holder.kind': 'holder',
  indication: 'indication',
  indicator: 'indicator',
  'intermediary.basis': 'intermediaryBasis',
  'intermediary.needed': 'intermediaryNeeded',
  lasting: 'lasting',
  measurable: 'measurable',
  memberUnit: 'memberUnit',
  'members.role': 'memberRole',
  'mandate.kind': 'mandateKind',
  'network.kind': 'networkKind',
  'objective.level': 'objectiveLevel',
  'objectives.basis': 'objectiveBasis',
  'objectives.state': 'objectiveState',
  'offer.type': 'offerType',
  'organisation.kind': 'organisationKind',
  ownWords: 'ownWords',
  part: 'part',
  'pastRounds.what': 'round',
  'procedure.items.item': 'procedureItem',
  'procedure.items.state': 'procedureState',
  'procedure.kind': 'procedureKind',
  'procedure.outcome': 'procedureOutcome',
  qualifier: 'qualifier',
  reportedBy: 'reportedBy',
  rhythm: 'rhythm',
  scope: 'scope',
  'scores.state': 'scoreState',
  'sources.by': 'reportedBy',
  'steps.kind': 'step',
  themes: 'theme',
  'unit.kind': 'unitKind',
  whole: 'fundingWhole',
} as const;

/** The entry of the longest end of a path that a catalogue has. */
function byEnd<Entry>(catalogue: Readonly<Record<string, Entry>>, path: readonly string[]): Entry | undefined {
  const ends = path.map((_name, start) => path.slice(start).join('.'));
  const found = ends.find((end) => Object.hasOwn(catalogue, end));
  return found === undefined ? undefined : catalogue[found];
}

/** A field's name in words. The path begins with the kind of record and leaves list positions out: `['membership', 'steps', 'date']`. */
export const fieldName = (path: readonly string[], lang: Lang): string | undefined => byEnd<string>(catalogues[lang].names, path);

/** The word for one of a field's fixed values; undefined where the field's values are not fixed. A claim's value is its field's. */
export function valueName(path: readonly string[], value: string | boolean, lang: Lang): string | undefined {
  const named = path.filter((name) => name !== 'value');
  const group = byEnd<(typeof groups)[keyof typeof groups]>(groups, named);
  if (group === undefined) return undefined;
  const words: Record<string, unknown> = { ...wordsFor(lang), ...catalogues[lang].values };
  const found: unknown = new Map(Object.entries(words[group] ?? {})).get(String(value));
  return typeof found === 'string' ? found : undefined;
}
