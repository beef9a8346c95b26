import type { Lang } from '#lang/lang.ts';
import { inLang, type Organisation } from '#register/index.ts';

export type OtherName = { text: string; lang?: string; unconfirmed?: true };

/** The native name, the name in the other language and the short form, where they say something new beside the title. */
export function otherNames(body: Pick<Organisation, 'name' | 'nativeName' | 'acronym'>, lang: Lang): OtherName[] {
  const { nativeName: native, acronym } = body;
  const other = lang === 'pl' ? { text: body.name.en, lang: 'en' } : { text: body.name.pl, lang: 'pl' };
  const said = new Set([inLang(body.name, lang).toLowerCase()]);
  const isNew = (text: string | undefined): text is string => text !== undefined && !said.has(text.toLowerCase());
  const names: OtherName[] = [];
  const add = (text: string | undefined, marks: Omit<OtherName, 'text'>): void => {
    if (!isNew(text)) return;
    said.add(text.toLowerCase());
    names.push({ text, ...marks });
  };
  if (native) add(native.name, { lang: native.lang, ...(native.confirmed === false ? { unconfirmed: true } : {}) });
  add(other.text, { lang: other.lang });
  add(acronym, {});
  return names;
}

/** The variants that say something new beside the title and the names under it. */
export function newVariants(body: Pick<Organisation, 'name' | 'nativeName' | 'acronym' | 'nameVariants'>, lang: Lang): Organisation['nameVariants'] {
  const said = new Set([inLang(body.name, lang), ...otherNames(body, lang).map(({ text }) => text)].map((text) => text.toLowerCase()));
  return body.nameVariants.filter(({ value }) => !said.has(inLang(value, lang).toLowerCase()));
}
