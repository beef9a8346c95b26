import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Form, FormRefusal } from './form.ts';

export type Sent = { fields: Form; files: ReadonlyMap<string, File> };

/**
 * Reads a `multipart/form-data` body: every field as often as it was given, and at most one file a field. A field left empty in
 * the browser comes as a file without a name and without bytes, and is left out.
 */
export async function readMultipart(request: Request, { maxFields, maxBytes }: { maxFields: number; maxBytes: number }): Promise<Outcome<Sent, FormRefusal>> {
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? '')) return refused('notAForm');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refused('tooLarge');
  let data: FormData;
  try {
    data = await request.formData();
  } catch {
    return refused('notAForm');
  }
  const fields: Form = new Map();
  const files = new Map<string, File>();
  let [count, bytes] = [0, 0];
  for (const [name, value] of data) {
    count += 1;
    bytes += typeof value === 'string' ? value.length : value.size;
    if (count > maxFields) return refused('tooManyFields');
    if (bytes > maxBytes) return refused('tooLarge');
    if (typeof value === 'string') {
      if (name.includes('\0') || value.includes('\0') || value.includes('\ufffd')) return refused('encoding', name);
      fields.set(name, [...(fields.get(name) ?? []), value]);
    } else if (value.name !== '' || value.size > 0) {
      if (files.has(name)) return refused('repeated', name);
      files.set(name, value);
    }
  }
  return done({ fields, files });
}
