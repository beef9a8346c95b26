import { checkPassword, hasPassword, isFresh } from '#accounts/index.ts';
import type { Lang } from '#lang/lang.ts';
import { TextInput } from '#ui/fields.tsx';
import type { Asked } from '../page.ts';
import { signInTexts } from '../sign-in/texts.ts';
import { accountsOf, minutesOf } from '../sign-in/answers.ts';
import { accountTexts } from './texts.ts';

export type Unconfirmed = { problem: { field: 'password'; text: string }; status: number; headers: [string, string][] };

/** What is asked before something that guards the account changes: nothing soon after signing in, then the password, or to sign in again where there is none. */
export type Again = 'nothing' | 'password' | 'signIn';

export async function passwordAsked(asked: Asked): Promise<Again> {
  const accounts = accountsOf(asked.desk);
  if (await isFresh(accounts, asked.person)) return 'nothing';
  return (await hasPassword(accounts, asked.person.actorId)) ? 'password' : 'signIn';
}

export const PasswordAgain = ({ again, lang, error, id }: { again: Again; lang: Lang; error?: string | undefined; id?: string }) => {
  const texts = accountTexts(lang);
  if (again === 'nothing') return <></>;
  if (again === 'signIn') return <p>{texts.confirm.signInAgain}</p>;
  return (
    <TextInput
      name="password"
      label={texts.password.current}
      hint={texts.confirm.text}
      lang={lang}
      type="password"
      autocomplete="current-password"
      error={error}
      {...(id === undefined ? {} : { id })}
    />
  );
};

const refuse = (text: string, status: number, headers: [string, string][] = []): { ok: false; wrong: Unconfirmed } => ({
  ok: false,
  wrong: { problem: { field: 'password', text }, status, headers },
});

/** Whether the one at the keys is the one who signed in. */
export async function confirmed(asked: Asked, password: string): Promise<{ ok: true } | { ok: false; wrong: Unconfirmed }> {
  const again = await passwordAsked(asked);
  if (again === 'nothing') return { ok: true };
  const texts = accountTexts(asked.lang);
  if (again === 'signIn') return refuse(texts.confirm.signInAgain, 422);
  const checked = await checkPassword(accountsOf(asked.desk), asked.person, password);
  if (checked === 'right') return { ok: true };
  if (checked === 'wrong') return refuse(texts.password.currentWrong, 422);
  return refuse(signInTexts(asked.lang).limited(minutesOf(checked.waitSeconds)), 429, [['retry-after', String(checked.waitSeconds)]]);
}
