import type { Said, Task } from '#basics/task.ts';
import type { Claim } from '#publishing/facts.ts';
import type { Act } from '../acts/act.ts';
import { deskOf } from './facts.ts';

type Name = { pl: string; en?: string | undefined };

/** Types of acts that bear a number in their register; a consent, a declaration or a contract may have none. */
const numbered: ReadonlySet<Act['type']> = new Set(['resolution', 'ordinance']);

/** Resolutions and ordinances of the city whose number nobody has found. */
export function actsWithoutNumber(acts: readonly { slug: string; body: Act }[]): Task[] {
  return acts
    .filter(({ body }) => body.level === 'city' && numbered.has(body.type) && body.number.length === 0)
    .map(({ slug, body }) => ({
      key: `act-without-number:act/${slug}`,
      rule: 'act-without-number',
      record: { kind: 'act', slug },
      about: body.title,
      period: null,
      said: { type: { group: 'actType', value: body.type }, date: body.date[0] === undefined ? '' : { date: body.date[0].value } },
      dueOn: null,
      urgency: 'none',
      href: deskOf('act', slug),
    }));
}

/** The claims of one field of a record, and how each value is said. */
export type Claimed = {
  kind: string;
  slug: string;
  about: Name;
  period: number | null;
  path: readonly string[];
  at?: number;
  claims: readonly Claim<unknown>[];
  say: (value: unknown) => Said;
};

/** Where sources give different values for one fact. Both are shown to the public; somebody should find out. */
export function conflicts(fields: readonly Claimed[]): Task[] {
  return fields.flatMap(({ kind, slug, about, period, path, at, claims, say }) => {
    const different = new Map(claims.map((claim) => [JSON.stringify(claim.value), claim.value]));
    if (different.size < 2) return [];
    const place = [...path.slice(1), ...(at === undefined ? [] : [String(at)])].join('.');
    return [
      {
        key: `conflict:${kind}/${slug}:${place}`,
        rule: 'conflict',
        record: { kind, slug },
        about,
        period,
        said: { field: { field: path }, values: { either: [...different.values()].map(say) } },
        dueOn: null,
        urgency: 'none' as const,
        href: deskOf(kind, slug),
      },
    ];
  });
}
