import type { Colleague, Role } from '#accounts/index.ts';
import { Moment } from '#ui/moments.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { crumbsTo } from './invite-page.tsx';
import { nameOf, StateTag } from './list.tsx';
import { RoleBoxes } from './role-boxes.tsx';
import { peopleTexts } from './texts.ts';

export type PersonProblem = { field: 'name' | 'email' | 'roles' | 'access'; text: string };
type Given = { problems?: PersonProblem[]; typed?: { name?: string; email?: string; roles?: Role[] }; status?: number };

/** One person as administrators see them: who it is, what they may do, how they get in. */
export function personSheet(asked: Asked, person: Colleague, { problems = [], typed = {}, status }: Given = {}): Sheet {
  const { lang } = asked;
  const texts = peopleTexts(lang);
  const name = nameOf(person, lang);
  const errorOf = (field: PersonProblem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  const place = `/office/people/${person.actorId}`;
  return {
    title: name,
    rail: 'people',
    crumbs: crumbsTo(lang, name, place),
    errorPrefix: problems.length > 0,
    ...(status === undefined ? {} : { status }),
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{name}</h1>
          <StateTag person={person} lang={lang} />
        </div>
        <ErrorSummary errors={problems} lang={lang} />
        {!asked.person.hasSecondFactor && <p class="kg-door__warning">{texts.needsSecondFactor}</p>}
        <div class="kg-account">
          <section class="kg-panel" aria-labelledby="who-title">
            <div class="kg-panel__head">
              <h2 id="who-title">{texts.who}</h2>
            </div>
            <form class="kg-form" method="post" action={place} novalidate>
              <TextInput
                name="name"
                label={texts.name}
                hint={texts.nameHint}
                lang={lang}
                value={typed.name ?? person.name}
                autocomplete="off"
                maxlength={120}
                error={errorOf('name')}
              />
              <TextInput
                name="email"
                label={texts.email}
                lang={lang}
                type="email"
                value={typed.email ?? person.email ?? ''}
                autocomplete="off"
                maxlength={254}
                error={errorOf('email')}
              />
              <div>
                <Button>{texts.save}</Button>
              </div>
            </form>
          </section>
          <section class="kg-panel" aria-labelledby="roles-title">
            <div class="kg-panel__head">
              <h2 id="roles-title">{texts.roles}</h2>
            </div>
            <form class="kg-form" method="post" action={`${place}/roles`} novalidate>
              <RoleBoxes held={typed.roles ?? person.roles} lang={lang} error={errorOf('roles')} legendHeard />
              <div>
                <Button>{texts.save}</Button>
              </div>
            </form>
          </section>
          <Access asked={asked} person={person} place={place} />
        </div>
      </>
    ),
  };
}

const Act = ({ act, text, hint }: { act: string; text: string; hint?: string }) => (
  <div>
    <button class="govuk-button govuk-button--secondary" type="submit" name="act" value={act} aria-describedby={hint === undefined ? undefined : `${act}-hint`}>
      {text}
    </button>
    {hint !== undefined && (
      <p class="govuk-hint" id={`${act}-hint`}>
        {hint}
      </p>
    )}
  </div>
);

const Access = ({ asked, person, place }: { asked: Asked; person: Colleague; place: string }) => {
  const { lang, city } = asked;
  const texts = peopleTexts(lang);
  const isSelf = asked.person.actorId === person.actorId;
  const isOff = person.deactivatedAt !== null;
  const hasCome = person.joinedAt !== null;
  return (
    <section class="kg-panel kg-account__wide" aria-labelledby="access">
      <div class="kg-panel__head">
        <h2 id="access" tabindex={-1}>
          {texts.access}
        </h2>
      </div>
      <dl class="kg-panel__body kg-account__facts">
        <dt>{texts.second}</dt>
        <dd>{person.hasSecondFactor ? texts.secondHas : texts.secondNone}</dd>
        <dt>{texts.seen}</dt>
        <dd>{person.seenAt === null ? texts.notHere : <Moment at={person.seenAt.toISOString()} lang={lang} timeZone={city.timeZone} />}</dd>
        {person.linkUntil !== null && (
          <>
            <dt>{texts.until}</dt>
            <dd>
              <Moment at={person.linkUntil.toISOString()} lang={lang} timeZone={city.timeZone} />
            </dd>
          </>
        )}
      </dl>
      <form class="kg-panel__body kg-account__acts" method="post" action={`${place}/access`}>
        {!isOff && <Act act="link" text={hasCome ? texts.newPassword : texts.newInvitation} />}
        {hasCome && <Act act="endSessions" text={texts.endSessions} />}
        {hasCome && !isSelf && person.hasSecondFactor && <Act act="removeSecond" text={texts.removeSecond} hint={texts.removeSecondHint} />}
        {!isSelf && hasCome && !isOff && <Act act="deactivate" text={texts.deactivate} hint={texts.deactivateHint} />}
        {isOff && <Act act="activate" text={texts.activate} />}
      </form>
      {!isSelf && (
        <p class="kg-panel__body">
          <a href={`${place}/erase`}>{hasCome ? texts.erase : texts.withdraw}</a>
        </p>
      )}
    </section>
  );
};

/** Asked once more, because it cannot be taken back. */
export function eraseSheet(asked: Asked, person: Colleague, problem?: string): Sheet {
  const { lang } = asked;
  const texts = peopleTexts(lang);
  const name = nameOf(person, lang);
  const title = person.joinedAt === null ? texts.withdraw : texts.eraseTitle(name);
  const place = `/office/people/${person.actorId}`;
  return {
    title,
    rail: 'people',
    crumbs: [...crumbsTo(lang, name, place), { text: title, href: `${place}/erase` }],
    ...(problem === undefined ? {} : { status: 422, errorPrefix: true }),
    content: (
      <>
        <h1>{title}</h1>
        <ErrorSummary errors={problem === undefined ? [] : [{ field: 'erase', text: problem }]} lang={lang} />
        {person.joinedAt !== null && <p>{texts.eraseText}</p>}
        <form class="kg-account__acts" method="post" action={`${place}/erase`}>
          <button class="govuk-button govuk-button--warning" type="submit" id="erase">
            {person.joinedAt === null ? texts.withdraw : texts.eraseYes}
          </button>
          <a href={place}>{texts.cancel}</a>
        </form>
      </>
    ),
  };
}
