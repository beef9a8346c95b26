/** What a verb answers when refusal is expected: the value, or the name of the refusal with what the reader needs to know. */
export type Outcome<T, Refusal extends string> = { ok: true; value: T } | { ok: false; refusal: Refusal; detail?: string };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = <Refusal extends string>(refusal: Refusal, detail?: string): { ok: false; refusal: Refusal; detail?: string } =>
  detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
