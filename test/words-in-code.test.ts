import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** What a component is given to be read, heard or hovered over. */
const spoken =
  /^(children|aria-label|aria-description|title|alt|placeholder|label|labels|heading|hint|lead|text|caption|summary|summaryText|intro|note|description|said|term|value|finding|tableSummary|data-label|data-copy|data-copied|content)$/;

type Literal = { key: string | undefined; text: string };

/**
 * The literals of a file, each with the property that it is given to. The file is first made plain JavaScript, so that text between tags is the
 * property `children` and comments are gone.
 */
export function literalsIn(file: string, code: string): Literal[] {
  const plain = transformSync(code, {
    loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    format: 'esm',
    target: 'esnext',
    legalComments: 'none',
    charset: 'utf8',
    minifyWhitespace: true,
  }).code;
  const found: Literal[] = [];
  const open: { key: string | undefined; choices: number }[] = [];
  let key: string | undefined;
  // Of `a ? b : c` the colon begins no value of a property.
  let choices = 0;
  const token =
    /\/(?![/*])(?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\\n[])+\/[dgimsuvy]*(?=[\s,;)\].])|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`((?:\\.|\$\{[^`]*?\}|[^`\\$])*)`|([\p{L}_$][\p{L}\p{N}_$]*)|\?\.|\?\?=?|[()[\]{},;:?]/gsu;
  const openedAt: number[] = [];
  let name: string | undefined;
  for (const match of plain.matchAll(token)) {
    const [whole, double, single, template, identifier] = match;
    const text = double ?? single ?? template;
    if (whole === '?') choices += 1;
    else if (whole === ':' && choices > 0) choices -= 1;
    else if (whole === ':') key = name;
    else if (whole === '[' || whole === '{' || whole === '(') {
      // What a function is called with is not what its result is given to; what brackets only hold together is.
      const called = whole === '{' || /[\p{L}\p{N}_$)\]]$|\?\.$/u.test(plain.slice(Math.max(0, match.index - 2), match.index));
      open.push({ key, choices });
      if (called) key = undefined;
      choices = 0;
    } else if (whole === ']' || whole === '}' || whole === ')') ({ key, choices } = open.pop() ?? { key: undefined, choices: 0 });
    else if (whole === ',' || whole === ';') {
      choices = 0;
      // In a list every item is given to the same property; elsewhere a comma ends it.
      if (plain[openedAt.at(-1) ?? 0] !== '[') key = undefined;
    }
    if (whole === '[' || whole === '{' || whole === '(') openedAt.push(match.index);
    else if (whole === ']' || whole === '}' || whole === ')') openedAt.pop();
    const compared =
      /(?:[=!]==?|case)$/.test(plain.slice(Math.max(0, match.index - 4), match.index)) ||
      /^(?:[=!]==| ?in\b)/.test(plain.slice(match.index + whole.length, match.index + whole.length + 4));
    // A name among others in a list is one of several values; a text in a list is a sentence, or part of one with its blanks.
    const listed = plain[openedAt.at(-1) ?? 0] === '[' && /^[a-z][\w.-]*$/i.test(text ?? '');
    if (text !== undefined && !compared) found.push({ key: listed ? undefined : key, text: text.replace(/\$\{[^`]*?\}/g, '') });
    name = identifier ?? double ?? single;
    if (text === undefined && identifier === undefined && whole !== ':') name = undefined;
  }
  return found;
}

/** Letters that only Polish texts have; a catalogue is where they belong. */
const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”]/;
const word = /\p{L}{2,}/u;

/** What looks like a text and is none, each with its reason. */
const known: readonly { file: RegExp; text: RegExp; why: string }[] = [
  { file: /^basics\/fold\.ts$/, text: /./, why: 'letters that are folded, one by one' },
  { file: /^ui\/assets\/build\.ts$/, text: /^/, why: 'the build speaks to developers' },
  { file: /^accounts\/passwords\.ts$/, text: /./, why: 'words that make a bad password in Poland' },
  { file: /^ui\/layout\.tsx$/, text: /^deklaracja-dostępności$/, why: 'the name of the meta element that the law asks for' },
  { file: /./, text: /^(JSON|CSV|Atom|XLSX|DOCX|PDF|Koga|sitemap\.xml|N|E|S|W)$/, why: 'names that are the same in every language' },
  { file: /^(cli|config|example|store)\.ts$|^commands\//, text: /./, why: 'the command line speaks English to operators' },
  { file: /^app\.tsx$/, text: /^Koga: no city has been set up yet/, why: 'both languages at once, before there is a city with pages' },
];
const isKnown = (file: string, text: string): boolean => known.some((one) => one.file.test(file) && one.text.test(text.trim()));

/** A text for people that stands in a file of code. */
export function textsIn(file: string, code: string): string[] {
  return literalsIn(file, code).flatMap(({ key, text }) => {
    const forPeople =
      polish.test(text) || (file.endsWith('.tsx') && key !== undefined && spoken.test(key) && word.test(text.replace(/\\u[\da-f]{4}/gi, '')) && !isValue(key, text));
    return forPeople && !isKnown(file, text) ? [`${key ?? ''}: ${text.trim()}`] : [];
  });
}

/** A fixed value of a form or a head: one word in small letters, an address, a number. */
const isValue = (key: string, text: string): boolean =>
  /^(value|content|text|term|label|note|title)$/.test(key) && /^[a-z0-9_/.:,=+#?&%-]*$|^(width=|index|no|light dark)/.test(text);

describe('texts for people', () => {
  it('are recognised between tags, in attributes, and by their letters', () => {
    expect(textsIn('a.tsx', 'const A = () => <p>Hello there</p>;')).toEqual(['children: Hello there']);
    expect(textsIn('a.tsx', 'const A = ({ n }: { n: number }) => <p title="Say it">{n} cities</p>;')).toEqual(['title: Say it', 'children: cities']);
    expect(textsIn('a.tsx', 'const A = ({ b }: { b: boolean }) => <a aria-label={b ? "Close it" : `Open ${1}`}>{b && "Yes"}</a>;')).toEqual([
      'aria-label: Close it',
      'aria-label: Open',
      'children: Yes',
    ]);
    expect(textsIn('a.ts', 'export const name = "Łódź";')).toEqual([': Łódź']);
    expect(textsIn('a.tsx', 'const A = ({ t }: { t: Record<string, string> }) => <p class="kg-quiet big" lang="pl">{t["lead"]} · {t["next"]}</p>; // Uwaga: „nic”')).toEqual([]);
  });

  it('stand in the catalogues and nowhere else', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/^(lang|db)\//.test(name));
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => textsIn(file, readFileSync(join(source, file), 'utf8')).map((text) => `${file}: ${text}`))).toEqual([]);
  });
});
