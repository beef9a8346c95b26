export const langs = ['pl', 'en'] as const;
export type Lang = (typeof langs)[number];

export const otherLang = (lang: Lang): Lang => (lang === 'pl' ? 'en' : 'pl');

/** The shape of a catalogue: Polish is written first, English must have the same texts, and a missing one is a type error. */
export type Same<T> = T extends string ? string : T extends (...given: infer Given) => string ? (...given: Given) => string : { readonly [Key in keyof T]: Same<T[Key]> };
