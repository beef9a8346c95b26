import type { Child } from '#markup/markup.ts';
import type { Role, SignedIn } from '#accounts/index.ts';
import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { office as en } from '#lang/en/office.ts';
import { office as pl } from '#lang/pl/office.ts';
import { assetPath } from '#ui/assets/manifest.ts';
import { cityName, DemonstrationNotice, Mark } from '#ui/frame.tsx';
import { themePath } from '#ui/theme.ts';
import { wordsOf } from '#ui/words.ts';
import type { RailEntry, Sheet } from './page.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

/** Where each entry of the rail leads, and who has use for it: those of the roles, and whoever `also` knows of. */
export type RailLink = { entry: RailEntry; href: string; roles?: readonly Role[]; also?: (reader: Reader, person: SignedIn) => Promise<boolean> };

type Given = { city: City; lang: Lang; person: SignedIn | null; path: string; rail: readonly RailLink[]; done: string | null };

/** The whole document around a sheet of the office; without a person it is the bare frame of signing in. */
export function documentOf(sheet: Sheet, given: Given): string {
  const { city, lang, person } = given;
  const texts = textsFor(lang);
  const site = `${texts.name} – ${city.title[lang]}`;
  const title = `${sheet.errorPrefix === true ? `${wordsOf(lang).errorPrefix}: ` : ''}${sheet.title} – ${site}`;
  const document = (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetPath('style.css')} />
        {city.colours !== null && <link rel="stylesheet" href={themePath(city.colours)} />}
        <link rel="stylesheet" href={assetPath('office.css')} />
        <script type="module" src={assetPath('page.js')} blocking="render" />
        <script type="module" src={assetPath('office.js')} />
        <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
      </head>
      <body>
        <a class="govuk-skip-link" href={`#${wordsOf(lang).contentId}`}>
          {wordsOf(lang).skipLink}
        </a>
        <DemonstrationNotice city={city} lang={lang} />
        <div class={person === null ? 'kg-office kg-office--bare' : 'kg-office'}>
          <header class="kg-rail">
            <a class="kg-mark" href={person === null ? `/${lang}` : '/office'}>
              <Mark />
              <span>
                <b>{cityName(city, lang)}</b> <span>{texts.name}</span>
              </span>
            </a>
            {person !== null && <Rail {...given} person={person} current={sheet.rail} />}
          </header>
          <main class="kg-desk" id={wordsOf(lang).contentId} tabindex={-1}>
            {sheet.crumbs !== undefined && <Crumbs crumbs={sheet.crumbs} label={texts.trailLabel} />}
            <Done word={given.done} lang={lang} />
            {sheet.content}
          </main>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${document.html}`;
}

const Rail = ({ rail, person, lang, path, current }: Given & { person: SignedIn; current: RailEntry | undefined }) => {
  const texts = textsFor(lang);
  return (
    <>
      <nav aria-label={texts.railLabel}>
        <ul>
          {rail.map(({ entry, href }) => (
            <li>
              <a href={href} aria-current={entry === current ? 'page' : undefined}>
                {texts.rail[entry]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="kg-rail__me">
        <p>
          <b>{person.name}</b>
          <br />
          {person.roles.map((role) => texts.roles[role]).join(', ')}
        </p>
        <p>
          <a href="/office/account">{texts.account}</a> · <a href={`/${lang}`}>{texts.publicPages}</a>
        </p>
        <form method="post" action="/office/language" aria-label={texts.languageLabel}>
          <input type="hidden" name="lang" value={lang === 'pl' ? 'en' : 'pl'} />
          <input type="hidden" name="back" value={path} />
          <button class="kg-linklike" type="submit" lang={lang === 'pl' ? 'en' : 'pl'}>
            {texts.language}
          </button>
        </form>
        <form method="post" action="/office/sign-out">
          <button class="kg-linklike" type="submit">
            {texts.signOut}
          </button>
        </form>
      </div>
    </>
  );
};

const Crumbs = ({ crumbs, label }: { crumbs: { text: string; href: string }[]; label: string }): Child => (
  <nav class="govuk-breadcrumbs" aria-label={label}>
    <ol class="govuk-breadcrumbs__list">
      {crumbs.map(({ text, href }, index) => (
        <li class="govuk-breadcrumbs__list-item">
          {index === crumbs.length - 1 ? (
            <span aria-current="page">{text}</span>
          ) : (
            <a class="govuk-breadcrumbs__link" href={href}>
              {text}
            </a>
          )}
        </li>
      ))}
    </ol>
  </nav>
);

const isDone = (word: string, words: object): word is keyof typeof pl.done => word in words;

const Done = ({ word, lang }: { word: string | null; lang: Lang }) => {
  const texts = textsFor(lang).done;
  if (word === null || !isDone(word, texts)) return null;
  return (
    <p class="kg-done">
      <output>{texts[word]}</output>
    </p>
  );
};
