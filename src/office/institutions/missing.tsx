import type { Asked, Sheet } from '../page.ts';
import { textsFor } from '../shell.tsx';

/** Nothing stands under this number, or nothing any more. */
export function missingSheet({ lang }: Asked): Sheet {
  const texts = textsFor(lang).missing;
  return {
    title: texts.title,
    status: 404,
    rail: 'institutions',
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
      </>
    ),
  };
}
