import type { Asked, Sheet } from '../page.ts';
import { textsFor as frameTexts } from '../shell.tsx';
import { textsFor } from './texts.ts';

/** There is no such cycle, membership or criterion. */
export function missingCycle({ lang }: Asked): Sheet {
  const texts = frameTexts(lang).missing;
  return {
    title: texts.title,
    rail: 'assessment',
    status: 404,
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>
          <a href="/office/assessment">{textsFor(lang).title}</a>
        </p>
      </>
    ),
  };
}
