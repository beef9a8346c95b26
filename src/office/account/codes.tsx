import { renderSVG } from 'uqr';
import { beginCodes, codesToScan, confirmCodes, hasCodes, removeCodes, renewBackupCodes } from '#accounts/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { get, post, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { accountsOf, asHeaders, minutesOf } from '../sign-in/answers.ts';
import { typedIn } from '../typed.ts';
import { signInTexts } from '../sign-in/texts.ts';
import { confirmed, PasswordAgain, passwordAsked, type Unconfirmed } from './confirmed.tsx';
import { accountSheet } from './page.tsx';
import { accountTexts } from './texts.ts';

const place = '/office/account/codes';
const crumbsFor = (asked: Asked, title: string) => [
  { text: accountTexts(asked.lang).title, href: '/office/account' },
  { text: title, href: place },
];

/** Setting up an app for codes: a button at first, then the picture to scan, then the backup codes. */
async function show(asked: Asked): Promise<Sheet | Response> {
  const accounts = accountsOf(asked.desk);
  if (await hasCodes(accounts, asked.person.actorId)) return seeOther('/office/account');
  const scan = await codesToScan(accounts, asked.person, asked.city.title[asked.lang]);
  return scan === null ? startSheet(asked) : scanSheet(asked, scan);
}

async function startSheet(asked: Asked, wrong?: Unconfirmed): Promise<Sheet> {
  const texts = accountTexts(asked.lang).codes;
  const isFirst = asked.query.get('first') === 'yes';
  const title = isFirst ? texts.firstTitle : texts.setUp;
  const again = await passwordAsked(asked);
  return {
    title,
    crumbs: crumbsFor(asked, title),
    ...(wrong === undefined ? {} : { status: wrong.status, errorPrefix: true, headers: wrong.headers }),
    content: (
      <>
        <h1>{title}</h1>
        <ErrorSummary errors={wrong === undefined ? [] : [wrong.problem]} lang={asked.lang} />
        {isFirst && <p>{texts.firstIntro}</p>}
        <p>{texts.intro}</p>
        <form class="kg-panel kg-panel--narrow" method="post" action={place} novalidate>
          <div class="kg-form">
            <PasswordAgain again={again} lang={asked.lang} error={wrong?.problem.text} />
            <div>
              <Button>{texts.begin}</Button>
            </div>
          </div>
        </form>
        <p>
          <a href="/office">{texts.later}</a>
        </p>
      </>
    ),
  };
}

function scanSheet(asked: Asked, scan: { uri: string; secret: string }, wrong?: { text: string; status: number; headers?: Sheet['headers'] }): Sheet {
  const texts = accountTexts(asked.lang).codes;
  return {
    title: texts.setUp,
    crumbs: crumbsFor(asked, texts.setUp),
    ...(wrong === undefined ? {} : { status: wrong.status, errorPrefix: true, ...(wrong.headers === undefined ? {} : { headers: wrong.headers }) }),
    content: (
      <>
        <h1>{texts.setUp}</h1>
        <ErrorSummary errors={wrong === undefined ? [] : [{ field: 'code', text: wrong.text }]} lang={asked.lang} />
        <p>{texts.scan}</p>
        <div class="kg-scan">
          <img class="kg-scan__picture" src={picture(scan.uri)} alt={texts.picture} width={208} height={208} />
          <dl class="kg-scan__key">
            <dt>{texts.key}</dt>
            <dd>
              <code>{scan.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </dd>
          </dl>
        </div>
        <form class="kg-panel kg-panel--narrow" method="post" action={`${place}/confirm`} novalidate>
          <div class="kg-form">
            <TextInput name="code" label={texts.code} hint={texts.codeHint} lang={asked.lang} inputmode="numeric" autocomplete="one-time-code" maxlength={20} error={wrong?.text} />
            <div>
              <Button>{texts.confirm}</Button>
            </div>
          </div>
        </form>
        <p>
          <a href="/office/account">{texts.later}</a>
        </p>
      </>
    ),
  };
}

/** Dark on light in both themes: many cameras do not read it the other way round. */
const picture = (uri: string): string => `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2, ecc: 'M' }))}`;

async function begin(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const sure = await confirmed(asked, typed.of('password'));
  if (!sure.ok) return startSheet(asked, sure.wrong);
  await beginCodes(accountsOf(asked.desk), asked.person);
  return seeOther(place);
}

async function confirm(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const accounts = accountsOf(asked.desk);
  const texts = accountTexts(asked.lang).codes;
  const scan = await codesToScan(accounts, asked.person, asked.city.title[asked.lang]);
  if (scan === null) return seeOther(place);
  const code = typed.of('code');
  if (code.trim() === '') return scanSheet(asked, scan, { text: texts.missing, status: 422 });
  const { request, address, person } = asked;
  const begun = await confirmCodes(accounts, { request, address, person, code });
  if (begun.kind === 'begun') return backupSheet(asked, begun.backupCodes, begun.cookies);
  if (begun.kind === 'wrong') return scanSheet(asked, scan, { text: texts.wrong, status: 422 });
  const text = signInTexts(asked.lang).limited(minutesOf(begun.waitSeconds));
  return scanSheet(asked, scan, { text, status: 429, headers: [['retry-after', String(begun.waitSeconds)]] });
}

/** Shown once, as the answer to what made them. */
function backupSheet(asked: Asked, codes: readonly string[], cookies: readonly string[] = []): Sheet {
  const texts = accountTexts(asked.lang).codes;
  return {
    title: texts.doneTitle,
    crumbs: crumbsFor(asked, texts.doneTitle),
    headers: asHeaders(cookies),
    content: (
      <>
        <h1>{texts.doneTitle}</h1>
        <p>{texts.doneText}</p>
        <section aria-labelledby="backup-codes">
          <h2 id="backup-codes">{texts.backupTitle}</h2>
          <ul class="kg-codes" data-backup-codes="">
            {codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </section>
        <p>
          <a class="govuk-button" href="/office">
            {texts.toWork}
          </a>
        </p>
      </>
    ),
  };
}

const unconfirmed = (asked: Asked, { problem, status, headers }: Unconfirmed): Promise<Sheet> =>
  accountSheet(asked, { status, headers, problems: [{ field: 'password-for-codes', text: problem.text }] });

async function renew(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const sure = await confirmed(asked, typed.of('password'));
  if (!sure.ok) return unconfirmed(asked, sure.wrong);
  const accounts = accountsOf(asked.desk);
  if (!(await hasCodes(accounts, asked.person.actorId))) return seeOther('/office/account');
  return backupSheet(asked, await renewBackupCodes(accounts, asked.person));
}

async function remove(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const sure = await confirmed(asked, typed.of('password'));
  if (!sure.ok) return unconfirmed(asked, sure.wrong);
  await removeCodes(accountsOf(asked.desk), asked.person);
  return seeOther('/office/account?done=saved');
}

export const codesRoutes: readonly OfficeRoute[] = [
  get(place, show),
  post(place, begin),
  post(`${place}/confirm`, confirm),
  post(`${place}/renew`, renew),
  post(`${place}/remove`, remove),
];
