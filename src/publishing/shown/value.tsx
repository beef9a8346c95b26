import type { Child } from '#markup/markup.ts';
import { z } from 'zod';
import { dateInWords } from '#lang/dates.ts';
import { fieldName, valueName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName, languageName } from '#lang/names.ts';
import { amountInWords, countInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { Facts, type Fact } from '#ui/facts.tsx';
import { hostOf, SafeLink } from '#ui/links.tsx';
import { Unknown } from '#ui/marks.tsx';
import { InLang, Paragraphs } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceLink, SourceRefs } from '#ui/sources.tsx';
import type { Source } from '../facts.ts';
import { bare, isPublic } from '../fields.ts';
import { ArticleText } from './article-text.tsx';
import { formOf } from './form.ts';
import { MemberTable } from './member-table.tsx';
import { referenceKey, type References } from './references.ts';
import { sentence, textsFor } from './texts.ts';

/**
 * What a value needs around it to be said: the reader's language, the sources and the records that it names. `inOffice` shows the
 * fields that are not public too, marked as such; without it they are passed over.
 */
export type Around = { lang: Lang; notes: SourceNotes; sources: readonly Source[]; references: References; inOffice?: boolean };

/** A value of a record in words, by its schema. `path` names its field: the kind of record first, positions left out. */
export function sayValue(schema: z.core.$ZodType, value: unknown, path: readonly string[], around: Around): Child {
  const { lang } = around;
  if (value === undefined || value === null) return <Unknown lang={lang}>{textsFor(lang).unknown}</Unknown>;
  const type = bare(schema);
  switch (formOf(type)) {
    case 'list':
      return type instanceof z.ZodArray && Array.isArray(value) ? sayList(type.element, value, path, around) : null;
    case 'text':
      return path.join('.') === 'article.body' ? <ArticleText text={textShape.parse(value)} lang={lang} /> : sayText(value, lang);
    case 'claim':
      return sayClaim(type, value, path, around);
    case 'count':
      return sayCount(value, lang);
    case 'money':
      return sayMoney(value, lang);
    case 'object':
      return type instanceof z.ZodObject ? sayObject(type, value, path, around) : null;
    case 'number':
      return typeof value === 'number' ? sayNumber(value, path.at(-1) ?? '', lang) : null;
    case 'boolean':
      return typeof value === 'boolean' ? (valueName(path, value, lang) ?? (value ? textsFor(lang).yes : textsFor(lang).absent)) : null;
    default:
      return typeof value === 'string' ? sayString(type, value, path, around) : null;
  }
}

const textShape = z.object({ pl: z.string(), en: z.string().optional() });

function sayText(value: unknown, lang: Lang): Child {
  const text = textShape.parse(value);
  return /\n\s*\n/.test(text.pl) ? <Paragraphs text={text} lang={lang} /> : <InLang text={text} lang={lang} />;
}

const part = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined);
const idsShape = z.array(z.string()).catch([]);

/** The numbers of the sources that an item names. */
const refsOf = (value: unknown, { notes, sources, lang }: Around): Child => <SourceRefs numbers={notes.refs(sources, idsShape.parse(part(value, 'sourceIds')))} lang={lang} />;

function sayClaim(type: z.core.$ZodType, value: unknown, path: readonly string[], around: Around): Child {
  if (!(type instanceof z.ZodObject)) return null;
  const inner = new Map(Object.entries<z.core.$ZodType>(type.shape)).get('value');
  const object = inner && formOf(inner) === 'object' ? objectOf(inner) : undefined;
  const note = part(value, 'note');
  const doubt = part(value, 'confirmed') === false ? valueName([...path, 'confirmed'], false, around.lang) : undefined;
  return (
    <>
      {object ? sayObject(object, part(value, 'value'), path, around, refsOf(value, around)) : inner && sayValue(inner, part(value, 'value'), path, around)}
      {doubt !== undefined && ` (${doubt})`}
      {!object && refsOf(value, around)}
      {note !== undefined && note !== null && <small class="kg-nat">{sayText(note, around.lang)}</small>}
    </>
  );
}

const qualifierShape = z.object({ count: z.number(), qualifier: z.enum(['exactly', 'over', 'almost', 'about']) });
function sayCount(value: unknown, lang: Lang): Child {
  const { count, qualifier } = qualifierShape.parse(value);
  return tidy(countInWords(count, qualifier, lang), lang);
}

const moneyShape = z.object({ amount: z.string(), currency: z.string() });
function sayMoney(value: unknown, lang: Lang): Child {
  const { amount, currency } = moneyShape.parse(value);
  return amountInWords(amount, currency, lang);
}

/** Counts are grouped in threes; years, positions on the map and numbers that name something are not. */
const counts = new Set(['count', 'headCount', 'population']);
const localeOf = { pl: 'pl-PL', en: 'en-GB' } as const;
const sayNumber = (value: number, name: string, lang: Lang): string =>
  new Intl.NumberFormat(localeOf[lang], { useGrouping: counts.has(name) ? 'always' : false, maximumFractionDigits: 6 }).format(value);

function sayString(type: z.core.$ZodType, value: string, path: readonly string[], around: Around): Child {
  const { lang, references, sources } = around;
  const name = path.at(-1) ?? '';
  const word = valueName(path, value, lang);
  if (word !== undefined) return word;
  if (name === 'sourceIds' || name === 'sourceId')
    return (
      saySource(
        sources.find((one) => one.id === value),
        lang,
      ) ?? value
    );
  const referred = references.get(referenceKey(name, value));
  if (referred) return <a href={referred.href[lang]}>{referred.title[lang]}</a>;
  switch (formOf(type)) {
    case 'date':
      return tidy(dateInWords(value, lang), lang);
    case 'country':
      return countryName(value, lang);
    case 'language':
      return languageName(value, lang);
    case 'decimal':
      return new Intl.NumberFormat(localeOf[lang], { useGrouping: 'always', maximumFractionDigits: 2 }).format(Number(value));
    case 'link':
      return <SafeLink href={value}>{value.replace(/^https?:\/\//, '')}</SafeLink>;
    default:
      return value;
  }
}

export const saySource = (one: Source | undefined, lang: Lang): Child | undefined =>
  one && <SourceLink url={one.url} title={one.title ?? (hostOf(one.url) || one.url)} titleLang={one.lang} lang={lang} />;

function sayList(element: z.core.$ZodType, items: readonly unknown[], path: readonly string[], around: Around): Child {
  if (items.length === 0) return <Unknown lang={around.lang}>{textsFor(around.lang).unknown}</Unknown>;
  if (path.at(-1) === 'members' && path[0] === 'network') return <MemberTable members={items} lang={around.lang} />;
  const only = items[0];
  if (items.length === 1) return sayValue(element, only, path, around);
  if (!(bare(element) instanceof z.ZodObject)) return items.map((item, index) => [index > 0 && ', ', sayValue(element, item, path, around)]);
  return (
    <ul class="kg-values">
      {items.map((item) => (
        <li>{sayValue(element, item, path, around)}</li>
      ))}
    </ul>
  );
}

const objectOf = (schema: z.core.$ZodType): z.ZodObject | undefined => {
  const type = bare(schema);
  return type instanceof z.ZodObject ? type : undefined;
};

/** An object with one thing to say and its sources is said in a line; others as a list of facts. */
function sayObject(type: z.ZodObject, value: unknown, path: readonly string[], around: Around, refs: Child = refsOf(value, around)): Child {
  const fields = around.inOffice === true ? Object.entries<z.core.$ZodType>(type.shape) : publicFieldsOf(type);
  const shown = fields.filter(([name]) => name !== 'sourceIds' && !saysNothing([...path, name], part(value, name)));
  const [only] = shown;
  if (only && shown.length === 1 && only[0] === 'text') {
    return (
      <>
        {sayValue(only[1], part(value, only[0]), [...path, only[0]], around)}
        {refs}
      </>
    );
  }
  const said = (name: string, field: z.core.$ZodType): Child => sayValue(field, part(value, name), [...path, name], around);
  // What names its language beside it is in that language: a native name, a title.
  const language = z.string().optional().catch(undefined).parse(part(value, 'lang'));
  const written = new Set(language === undefined || language === around.lang ? [] : ['name', 'title']);
  const facts: Fact[] = shown.map(([name, field], index) => ({
    term: sentence(fieldName([...path, name], around.lang) ?? name) + (isPublic(field) ? '' : ` (${textsFor(around.lang).officeOnly})`),
    value: (
      <>
        {written.has(name) ? <span lang={language}>{said(name, field)}</span> : said(name, field)}
        {index === 0 && refs}
      </>
    ),
  }));
  return <Facts facts={facts} />;
}

export const publicFieldsOf = (type: z.ZodObject): [string, z.core.$ZodType][] => Object.entries<z.core.$ZodType>(type.shape).filter(([, field]) => isPublic(field));

/** A mark that was not set is no statement that a thing is not so. */
const unset = (path: readonly string[], value: unknown): boolean => value === 'not-shown' || value === 'exactly' || (value === false && valueName(path, false, 'pl') === undefined);

/** Whether there is nothing to show to a reader. `path` names the field. */
export const saysNothing = (path: readonly string[], value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0) || unset(path, value);
