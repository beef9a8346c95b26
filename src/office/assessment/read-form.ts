import { problemOfForm, readForm } from '#web/form.ts';
import { problemFor } from '#web/problems.tsx';
import type { Asked } from '../page.ts';

type Typed = { ok: true; of: (field: string) => string } | { ok: false; answer: Response };

/** A form with a field for each criterion: of those a set may have sixty. */
export async function readWide({ request }: Pick<Asked, 'request'>): Promise<Typed> {
  const read = await readForm(request, { maxFields: 600, maxBytes: 262_144 });
  if (read.ok) return { ok: true, of: (field) => read.value.get(field)?.[0] ?? '' };
  return { ok: false, answer: problemFor({ path: new URL(request.url).pathname, accept: request.headers.get('accept') ?? undefined }, problemOfForm(read.refusal)) };
}
