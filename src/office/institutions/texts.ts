import { officeInstitutions as en } from '#lang/en/office-institutions.ts';
import type { Lang } from '#lang/lang.ts';
import { officeInstitutions as pl } from '#lang/pl/office-institutions.ts';
import type { InstitutionProblem, KeptInstitution, Problem } from '#offers/index.ts';
import { institutionFormTexts } from '#ui/institution-fields.tsx';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

export type FormError = { field: string; text: string };

export function errorsOf(problems: readonly Problem[], lang: Lang): FormError[] {
  const said: Record<InstitutionProblem, string> = institutionFormTexts(lang).problems;
  return problems.map(({ field, problem }) => ({ field, text: said[problem] }));
}

export const errorIn =
  (errors: readonly FormError[]) =>
  (field: string): string | undefined =>
    errors.find((error) => error.field === field)?.text;

export type State = 'active' | 'waiting' | 'deactivated';
export const stateOf = ({ confirmedAt, deactivatedAt }: Pick<KeptInstitution, 'confirmedAt' | 'deactivatedAt'>): State =>
  deactivatedAt !== null ? 'deactivated' : confirmedAt === null ? 'waiting' : 'active';
export const stateColours = { active: 'green', waiting: 'yellow', deactivated: 'grey' } as const;

export const crumbsTo = (lang: Lang, ...more: { text: string; href: string }[]) => [{ text: textsFor(lang).title, href: '/office/institutions' }, ...more];
