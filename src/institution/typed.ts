import { problemOfForm, readForm, type Form } from '#web/form.ts';
import { problemFor } from '#web/problems.tsx';
import type { Visited } from './page.ts';

type Typed = { ok: true; form: Form; of: (name: string) => string } | { ok: false; answer: Response };

/** A form as it was typed, or the answer to one that cannot be read. `many` names the fields that may be given more than once. */
export async function typedIn(asked: Pick<Visited, 'request'>, many: readonly string[] = []): Promise<Typed> {
  const read = await readForm(asked.request, { many, maxFields: 100, maxBytes: 131_072 });
  if (read.ok) return { ok: true, form: read.value, of: (name) => read.value.get(name)?.[0] ?? '' };
  const { pathname } = new URL(asked.request.url);
  return { ok: false, answer: problemFor({ path: pathname, accept: asked.request.headers.get('accept') ?? undefined }, problemOfForm(read.refusal)) };
}
