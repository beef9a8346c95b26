import { callbackPath, fromSingleSignOn, sendPasswordLink, toSingleSignOn } from '#accounts/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { openGet, openPost, seeOther, type OfficeRoute, type Sheet, type Visited } from '../page.ts';
import { typedIn } from '../typed.ts';
import { accountsOf, minutesOf, onward } from './answers.ts';
import { Door } from './door.tsx';
import { isEmail } from './invitation.tsx';
import { linkLetter } from './letters.ts';
import { localPath } from './local-path.ts';
import { doorPath, signInTexts } from './texts.ts';

const failed = '/office/sign-in?why=failed';

/** To the city's own directory. A link and not a form: our own policy lets no form lead to another host. */
async function leaveForDirectory(asked: Visited): Promise<Response> {
  const led = await toSingleSignOn(accountsOf(asked.desk), { request: asked.request, to: localPath(asked.query.get('to')) });
  return led === null ? seeOther(failed) : onward(led.location, led.cookies);
}

async function comeFromDirectory(asked: Visited): Promise<Response> {
  const led = await fromSingleSignOn(accountsOf(asked.desk), { request: asked.request, address: asked.address });
  return led === null ? seeOther(failed) : onward(led.location, led.cookies);
}

type Problem = { text: string; status: number; headers?: [string, string][] };

function forgottenSheet(asked: Visited, email = '', problem?: Problem): Sheet {
  const { lang } = asked;
  const texts = signInTexts(lang).forgottenPage;
  return {
    title: texts.title,
    ...(problem === undefined ? {} : { status: problem.status, errorPrefix: true, headers: problem.headers ?? [] }),
    content: (
      <Door title={texts.title} lang={lang} url={asked.request.url}>
        <ErrorSummary errors={problem === undefined ? [] : [{ field: 'email', text: problem.text }]} lang={lang} />
        <p>{texts.intro}</p>
        <form class="kg-panel" method="post" action={doorPath('/office/forgotten-password', { lang })} novalidate>
          <div class="kg-form">
            <TextInput name="email" label={signInTexts(lang).email} lang={lang} type="email" value={email} autocomplete="username" maxlength={254} error={problem?.text} />
            <div>
              <Button>{texts.submit}</Button>
            </div>
          </div>
        </form>
      </Door>
    ),
  };
}

function sentSheet(asked: Visited): Sheet {
  const texts = signInTexts(asked.lang).forgottenPage;
  return {
    title: texts.sentTitle,
    content: (
      <Door title={texts.sentTitle} lang={asked.lang} url={asked.request.url}>
        <p>{texts.sent}</p>
      </Door>
    ),
  };
}

/** Only where letters can be sent; elsewhere an administrator makes the link. */
const whereLettersGo =
  (answer: (asked: Visited) => Promise<Sheet | Response>) =>
  async (asked: Visited): Promise<Sheet | Response> =>
    accountsOf(asked.desk).sendLetter === null ? seeOther(doorPath('/office/sign-in', { lang: asked.lang })) : answer(asked);

async function sendLink(asked: Visited): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const texts = signInTexts(asked.lang);
  const email = typed.of('email').trim();
  if (!isEmail(email)) return forgottenSheet(asked, email, { text: texts.invitation.emailWrong, status: 422 });
  const limited = await sendPasswordLink(accountsOf(asked.desk), {
    email,
    address: asked.address,
    write: (path, lang) => linkLetter('password', { city: asked.city, lang, href: asked.desk.baseUrl + path }),
  });
  if (limited === null) return onward(`/office/forgotten-password/sent${asked.lang === 'en' ? '?lang=en' : ''}`);
  return forgottenSheet(asked, email, { text: texts.limited(minutesOf(limited.waitSeconds)), status: 429, headers: [['retry-after', String(limited.waitSeconds)]] });
}

export const otherWaysRoutes: readonly OfficeRoute[] = [
  openGet('/office/sign-in/single', leaveForDirectory),
  openGet(callbackPath, comeFromDirectory),
  openGet(
    '/office/forgotten-password',
    whereLettersGo((asked) => Promise.resolve(forgottenSheet(asked))),
  ),
  openPost('/office/forgotten-password', whereLettersGo(sendLink)),
  openGet('/office/forgotten-password/sent', (asked) => Promise.resolve(sentSheet(asked))),
];
