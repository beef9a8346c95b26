import type { Lang } from '#lang/lang.ts';
import type { Sheet } from '../../page.ts';
import { textsFor } from '../../shell.tsx';
import { textsOf } from '../texts.ts';

export function missingSheet(lang: Lang): Sheet {
  const texts = textsFor(lang).missing;
  return {
    title: texts.title,
    rail: 'records',
    status: 404,
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p>
          <a href="/office/records">{textsOf(lang).draft.toRecords}</a>
        </p>
      </>
    ),
  };
}
