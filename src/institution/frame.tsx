import type { Lang } from '#lang/lang.ts';
import type { Contact } from '#offers/index.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { institutionTexts } from './texts.ts';

/** Who is signed in, and where they may go: above every page, for them alone. */
export function ContactBar({ contact, path, lang }: { contact: Contact; path: string; lang: Lang }) {
  const texts = institutionTexts(lang);
  const links = [
    { text: texts.bar.zone, href: institutionAddress('institution', lang) },
    { text: texts.bar.data, href: institutionAddress('institutionData', lang) },
    { text: texts.bar.people, href: institutionAddress('people', lang) },
    { text: texts.bar.own, href: institutionAddress('ownData', lang) },
  ];
  return (
    <nav class="kg-contact" aria-label={texts.barLabel}>
      <p class="kg-contact__who">{texts.signedIn(contact.name, contact.institutionName)}</p>
      <ul>
        {links.map(({ text, href }) => (
          <li>
            <a href={href} aria-current={href === path ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
        <li>
          <form method="post" action={institutionAddress('signOut', lang)}>
            <button class="kg-linklike" type="submit">
              {texts.signOut}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  );
}

const isDone = (word: string, words: object): word is keyof ReturnType<typeof institutionTexts>['done'] => Object.hasOwn(words, word);

/** What has just been done, as the address says it. */
export function Done({ word, lang }: { word: string | null; lang: Lang }) {
  const texts = institutionTexts(lang).done;
  if (word === null || !isDone(word, texts)) return null;
  return (
    <p class="kg-done">
      <output>{texts[word]}</output>
    </p>
  );
}
