import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import type { Sheet, Visited } from '../page.ts';
import { Door } from './door.tsx';
import { doorPath, signInTexts } from './texts.ts';

type Given = { to: string; problem?: { field: 'code' | 'backup'; text: string }; status?: number; headers?: Sheet['headers'] };

/** The code of an app, or one of those kept for when it is not there. */
export function codeSheet(asked: Visited, { to, problem, status, headers }: Given): Sheet {
  const { lang, person } = asked;
  const texts = signInTexts(lang).code;
  const title = person === null ? texts.title : texts.confirmTitle;
  const errorOf = (field: 'code' | 'backup'): string | undefined => (problem?.field === field ? problem.text : undefined);
  const action = doorPath('/office/sign-in/code', { lang });
  const content = (
    <>
      <ErrorSummary errors={problem === undefined ? [] : [problem]} lang={lang} />
      <p>{texts.intro}</p>
      <div class="kg-panel">
        <form class="kg-form" method="post" action={action} novalidate>
          <input type="hidden" name="to" value={to} />
          <TextInput name="code" label={texts.app} lang={lang} inputmode="numeric" autocomplete="one-time-code" maxlength={20} error={errorOf('code')} />
          <div>
            <Button>{texts.submit}</Button>
          </div>
        </form>
      </div>
      <details open={problem?.field === 'backup'}>
        <summary>{texts.backupTitle}</summary>
        <div class="kg-panel">
          <form class="kg-form" method="post" action={action} novalidate>
            <input type="hidden" name="to" value={to} />
            <TextInput name="backup" label={texts.backup} hint={texts.backupHint} lang={lang} autocomplete="off" spellcheck={false} maxlength={40} error={errorOf('backup')} />
            <div>
              <Button secondary>{texts.submitBackup}</Button>
            </div>
          </form>
        </div>
      </details>
      {person === null && (
        <p>
          <a href={doorPath('/office/sign-in', { lang, to })}>{texts.again}</a>
        </p>
      )}
    </>
  );
  return {
    title,
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers }),
    errorPrefix: problem !== undefined,
    content: (
      <Door title={title} lang={lang} url={asked.request.url}>
        {content}
      </Door>
    ),
  };
}
