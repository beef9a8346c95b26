import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { inOtherLanguage, signInTexts } from './texts.ts';

/** The narrow panel of everything that is asked before somebody is in. */
export const Door = ({ title, lang, url, children }: { title: string; lang: Lang; url: string; children: Child }) => (
  <div class="kg-door">
    <div class="kg-door__top">
      <h1>{title}</h1>
      <a href={inOtherLanguage(url, lang)} lang={lang === 'pl' ? 'en' : 'pl'} hreflang={lang === 'pl' ? 'en' : 'pl'}>
        {signInTexts(lang).other}
      </a>
    </div>
    {children}
  </div>
);
