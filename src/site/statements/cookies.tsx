import { cookies as en } from '#lang/en/privacy.ts';
import { cookies as pl } from '#lang/pl/privacy.ts';
import { tidy } from '#lang/typography.ts';
import { PageTitle, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Shown } from '../page.ts';
import { statementLabel } from './statement-label.ts';

type View = { label: Shown['label'] };

/** What the browser is given to keep, by the name under which it is found there. All but the first are set only when somebody signs in: the last for people of institutions, the others for those of the office. */
const keptInBrowser = ['theme', 'session', 'challenge', 'passkey', 'institution'] as const;
const names = {
  theme: 'theme',
  session: '__Host-koga.session_token',
  challenge: '__Host-koga.two_factor',
  passkey: '__Host-koga.passkey',
  institution: '__Host-koga-institution',
} as const satisfies Record<(typeof keptInBrowser)[number], string>;

export const cookiesPage = publicPage<View>({
  name: 'cookies',
  section: 'about',

  read: async ({ reader }) => ({ label: await statementLabel(reader) }),

  show({ label }, { lang }) {
    const texts = lang === 'pl' ? pl : en;
    const { kept, removing } = texts;
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: addressOf('cookies', lang) }],
      label,
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
          <Section id={kept.id} heading={tidy(kept.heading, lang)} intro={tidy(kept.intro, lang)} wide first>
            <Table
              lang={lang}
              id="kept"
              caption={kept.caption}
              rows={[...keptInBrowser]}
              columns={[
                { head: kept.columns.name, cell: (name) => <code>{names[name]}</code> },
                { head: kept.columns.where, cell: (name) => tidy(kept[name].where, lang) },
                { head: kept.columns.purpose, cell: (name) => tidy(kept[name].purpose, lang) },
                { head: kept.columns.lifetime, cell: (name) => tidy(kept[name].lifetime, lang) },
              ]}
            />
          </Section>
          <Section id={removing.id} heading={tidy(removing.heading, lang)}>
            <p>{tidy(removing.text, lang)}</p>
          </Section>
        </>
      ),
    };
  },
});
