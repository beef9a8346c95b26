import type { Asked, Sheet } from '../page.ts';
import { textsFor as frameTexts } from '../shell.tsx';

/** Nothing is at this address, or nothing for the one who asks. */
export function missingSheet({ lang }: Pick<Asked, 'lang'>): Sheet {
  const texts = frameTexts(lang).missing;
  return {
    title: texts.title,
    rail: 'offers',
    status: 404,
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
      </>
    ),
  };
}
