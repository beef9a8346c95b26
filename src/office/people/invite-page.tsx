import type { Role } from '#accounts/index.ts';
import type { Lang } from '#lang/lang.ts';
import { Button, ErrorSummary, Select, TextInput } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { RoleBoxes } from './role-boxes.tsx';
import { peopleTexts } from './texts.ts';

export type Invitee = { id: string; name: string; email: string; roles: Role[]; lang: Lang };
export type InviteProblem = { field: 'name' | 'email'; text: string };

export const crumbsTo = (lang: Lang, text: string, href: string) => [
  { text: peopleTexts(lang).title, href: '/office/people' },
  { text, href },
];

export function inviteSheet(asked: Asked, typed: Invitee, problems: InviteProblem[] = []): Sheet {
  const { lang } = asked;
  const texts = peopleTexts(lang);
  const errorOf = (field: InviteProblem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  return {
    title: texts.invite,
    rail: 'people',
    crumbs: crumbsTo(lang, texts.invite, '/office/people/new'),
    errorPrefix: problems.length > 0,
    ...(problems.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <h1>{texts.invite}</h1>
        <ErrorSummary errors={problems} lang={lang} />
        <form class="kg-panel" method="post" action="/office/people" novalidate>
          <input type="hidden" name="id" value={typed.id} />
          <div class="kg-form">
            <TextInput
              name="email"
              label={texts.email}
              hint={texts.emailHint}
              lang={lang}
              type="email"
              value={typed.email}
              autocomplete="off"
              maxlength={254}
              error={errorOf('email')}
            />
            <TextInput name="name" label={texts.name} hint={texts.nameLater} lang={lang} value={typed.name} autocomplete="off" maxlength={120} error={errorOf('name')} />
            <RoleBoxes held={typed.roles} lang={lang} />
            <Select
              name="lang"
              label={texts.language}
              lang={lang}
              value={typed.lang}
              options={[
                { value: 'pl', text: texts.languages.pl },
                { value: 'en', text: texts.languages.en },
              ]}
            />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.invite}</Button>
          </div>
        </form>
      </>
    ),
  };
}

/** The link, shown once: only its hash is kept. */
export function linkSheet(asked: Asked, { link, sent }: { link: string; sent: boolean }): Sheet {
  const texts = peopleTexts(asked.lang);
  return {
    title: texts.linkTitle,
    rail: 'people',
    crumbs: crumbsTo(asked.lang, texts.linkTitle, '/office/people'),
    content: (
      <>
        <h1>{texts.linkTitle}</h1>
        <p>{texts.linkText}</p>
        <p class="kg-panel kg-panel__body kg-link">
          <code data-one-time-link="">{link}</code>
        </p>
        {sent && <p>{texts.linkSent}</p>}
        <p>
          <a href="/office/people">{texts.linkBack}</a>
        </p>
      </>
    ),
  };
}
