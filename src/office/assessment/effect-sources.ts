import { z } from 'zod';

const text = z.object({ pl: z.string(), en: z.string().optional() });
const dates = z.array(z.object({ value: z.string() }));
const sourced = { sourceIds: z.array(z.string()).default([]), sources: z.array(z.unknown()).default([]) };
const money = z.object({ amount: z.string(), currency: z.string() });

const eventShape = z.object({ organisations: z.array(z.string()).min(1), name: text, date: dates, ...sourced });
const projectShape = z.object({ organisations: z.array(z.string()).min(1), name: text, years: dates, cityShare: money.nullish(), ...sourced });
const functionShape = z.object({ organisation: z.string(), role: text, holder: z.object({ name: text }), term: dates, ...sourced });
const tripShape = z.object({ organisation: z.string(), purpose: text, dates: z.string().nullish(), ...sourced });

/** The kinds of records from which a documented effect can come. */
export const effectSources = ['project', 'function', 'trip', 'event'] as const;

export const bringsEffects = (kind: string): boolean => effectSources.some((one) => one === kind);

/** What an effect begins with; undefined where the record is of no such kind, or of a shape that says too little. */
export function effectFrom(kind: string, body: unknown): Record<string, unknown> | undefined {
  if (kind === 'event') {
    const read = eventShape.safeParse(body);
    return read.success ? { organisation: read.data.organisations[0], date: read.data.date[0]?.value ?? null, title: read.data.name, ...sourcesOf(read.data) } : undefined;
  }
  if (kind === 'project') {
    const read = projectShape.safeParse(body);
    if (!read.success) return undefined;
    const share = read.data.cityShare;
    return {
      organisation: read.data.organisations[0],
      date: read.data.years[0]?.value ?? null,
      area: 'projects-innovation',
      title: read.data.name,
      ...(share ? { amount: share.amount, currency: share.currency, cityShare: share.amount } : {}),
      ...sourcesOf(read.data),
    };
  }
  if (kind === 'function') {
    const read = functionShape.safeParse(body);
    if (!read.success) return undefined;
    const { role, holder, term } = read.data;
    const en = role.en === undefined ? {} : { en: `${role.en}: ${holder.name.en ?? holder.name.pl}` };
    return { organisation: read.data.organisation, date: term[0]?.value ?? null, area: 'prestige', title: { pl: `${role.pl}: ${holder.name.pl}`, ...en }, ...sourcesOf(read.data) };
  }
  if (kind === 'trip') {
    const read = tripShape.safeParse(body);
    return read.success ? { organisation: read.data.organisation, date: read.data.dates ?? null, title: read.data.purpose, ...sourcesOf(read.data) } : undefined;
  }
  return undefined;
}

const sourcesOf = ({ sourceIds, sources }: { sourceIds: string[]; sources: unknown[] }) => ({ sourceIds, sources });
