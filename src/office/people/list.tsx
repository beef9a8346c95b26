import type { Colleague } from '#accounts/index.ts';
import type { Lang } from '#lang/lang.ts';
import { Moment } from '#ui/moments.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { Asked, Sheet } from '../page.ts';
import { textsFor } from '../shell.tsx';
import { peopleTexts } from './texts.ts';

const colours = { active: 'green', invited: 'blue', lapsed: 'yellow', deactivated: 'grey' } as const;

export function stateOf(person: Colleague): keyof typeof colours {
  if (person.deactivatedAt !== null) return 'deactivated';
  if (person.joinedAt !== null) return 'active';
  return person.linkUntil === null ? 'lapsed' : 'invited';
}

export const StateTag = ({ person, lang }: { person: Colleague; lang: Lang }) => {
  const state = stateOf(person);
  return <span class={`govuk-tag govuk-tag--${colours[state]}`}>{peopleTexts(lang).states[state]}</span>;
};

export const nameOf = (person: Pick<Colleague, 'name' | 'email'>, lang: Lang): string => person.name || person.email || peopleTexts(lang).unnamed;

export function listSheet(asked: Asked, all: Colleague[]): Sheet {
  const { lang, city } = asked;
  const texts = peopleTexts(lang);
  const columns: Column<Colleague>[] = [
    { head: texts.name, cell: (one) => <a href={`/office/people/${one.actorId}`}>{nameOf(one, lang)}</a> },
    { head: texts.email, cell: (one) => one.email ?? '–' },
    { head: texts.roles, cell: (one) => one.roles.map((role) => textsFor(lang).roles[role]).join(', ') },
    { head: texts.state, cell: (one) => <StateTag person={one} lang={lang} /> },
    { head: texts.second, cell: (one) => (one.joinedAt === null ? '–' : one.hasSecondFactor ? texts.secondHas : texts.secondNone) },
    { head: texts.seen, cell: (one) => (one.seenAt === null ? '–' : <Moment at={one.seenAt.toISOString()} lang={lang} timeZone={city.timeZone} />) },
  ];
  return {
    title: texts.title,
    rail: 'people',
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <a class="govuk-button" href="/office/people/new">
            {texts.invite}
          </a>
        </div>
        <p>{texts.intro}</p>
        {!asked.person.hasSecondFactor && <p class="kg-door__warning">{texts.needsSecondFactor}</p>}
        <section class="kg-panel" aria-labelledby="people-count">
          <div class="kg-panel__head">
            <h2 id="people-count">{texts.count(all.length)}</h2>
          </div>
          <Table lang={lang} id="people" caption={texts.title} columns={columns} rows={all} />
        </section>
      </>
    ),
  };
}
