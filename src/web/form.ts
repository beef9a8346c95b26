import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Problem } from './problems.tsx';

export type Form = Map<string, string[]>;
export type FormRefusal = 'notAForm' | 'tooLarge' | 'tooManyFields' | 'encoding' | 'repeated';

/** `many` names the fields that may be given more than once (check boxes, repeated rows), or says that all may; every other field at most once. */
export type FormBounds = { many?: readonly string[] | 'all'; maxFields?: number; maxBytes?: number };

/**
 * Reads an `application/x-www-form-urlencoded` body. Bytes that are not UTF-8 are refused rather than turned into U+FFFD, as is
 * NUL, which PostgreSQL cannot keep; a field given twice is refused rather than guessed at. `detail` names the field.
 */
export async function readForm(request: Request, { many = [], maxFields = 500, maxBytes = 1_048_576 }: FormBounds = {}): Promise<Outcome<Form, FormRefusal>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return refused('notAForm');
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > maxBytes) return refused('tooLarge');
  const body = utf8(bytes);
  if (body === null) return refused('encoding');

  const form: Form = new Map();
  const pairs = body.split('&').filter((pair) => pair !== '');
  if (pairs.length > maxFields) return refused('tooManyFields');
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = decoded(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null || value === null) return refused('encoding', name ?? undefined);
    const values = form.get(name);
    if (values === undefined) form.set(name, [value]);
    else if (many === 'all' || many.includes(name)) values.push(value);
    else return refused('repeated', name);
  }
  return done(form);
}

/** How a form that cannot be read is answered. */
export function problemOfForm(refusal: FormRefusal): Problem {
  if (refusal === 'tooLarge') return { status: 413 };
  return { status: refusal === 'notAForm' ? 415 : 400, detail: refusal };
}

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decoded(text: string): string | null {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' '));
    return plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}
