import { office as en } from '#lang/en/office.ts';
import { office as pl } from '#lang/pl/office.ts';
import type { Role } from './signed-in.ts';

const publicOrder = ['publisher', 'editor', 'assessor', 'offers-coordinator', 'administrator'] as const satisfies Role[];

/** What the change register calls somebody once their name is gone. */
export function officeRoleWords(roles: readonly Role[]): { pl: string; en: string } {
  const role = publicOrder.find((one) => roles.includes(one)) ?? 'reader';
  return { pl: pl.roles[role], en: en.roles[role] };
}
