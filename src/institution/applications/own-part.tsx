import type { Child } from '#markup/markup.ts';
import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import { applicationsBy, offersNamed } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked } from '../page.ts';
import { StateTag } from './parts.tsx';
import { textsFor } from './texts.ts';

/** What the institution has begun and sent, on its own page. */
export async function ownApplications({ desk, contact, lang, city }: Asked): Promise<Child> {
  const { own, titles } = await desk.db.read(async (reader) => {
    const found = await applicationsBy(reader, contact.institutionId);
    return {
      own: found,
      titles: await offersNamed(
        reader,
        found.map((one) => one.offerId),
      ),
    };
  });
  const texts = textsFor(lang).list;
  return (
    <Section id="applications" heading={texts.heading} first>
      {own.length === 0 ? (
        <p>
          {texts.none} <a href={addressOf('offers', lang)}>{texts.offers}</a>
        </p>
      ) : (
        <Table
          lang={lang}
          id="own-applications"
          caption={texts.caption}
          rows={own}
          columns={[
            { head: texts.columns.number, cell: (one) => <a href={institutionAddress('application', lang, { id: one.id })}>{one.number}</a> },
            {
              head: texts.columns.offer,
              cell: (one) => {
                const title = titles.get(one.offerId);
                return title === undefined ? one.offerSlug : inLang(title, lang);
              },
            },
            {
              head: texts.columns.state,
              cell: (one) => (
                <>
                  <StateTag state={one.state} lang={lang} /> {one.unread > 0 && <span class="kg-quiet">{texts.unread(one.unread)}</span>}
                </>
              ),
            },
            { head: texts.columns.changed, cell: (one) => dateInWords(dayAt(one.createdAt, city.timeZone), lang) },
          ]}
        />
      )}
    </Section>
  );
}
