import { inLang, type AskWithOrganisation } from '#register/index.ts';
import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';

/** A cost for readers of data: its public body and the organisation it goes to. */
export const askAsData = (ask: AskWithOrganisation, lang: Lang) => ({
  slug: ask.slug,
  ...ask.body,
  period: ask.period,
  holder: ask.holder,
  organisation: { slug: ask.organisation.slug, name: ask.organisation.body.name, address: addressOf('organisation', lang, { slug: ask.organisation.slug }) },
});

export const askColumns = [
  ...['slug', 'organisation', 'organisation_name', 'membership', 'period', 'holder', 'type', 'year', 'every', 'amount', 'currency', 'hours'],
  ...['due_on', 'paid_on', 'act', 'stated_about', 'note_pl', 'note_en', 'sources'],
];

export function askAsCsv(ask: AskWithOrganisation, lang: Lang): (string | number | null)[] {
  const { body, organisation } = ask;
  const sources = body.sources.filter((source) => body.sourceIds.includes(source.id)).map((source) => source.url);
  return [
    ...[ask.slug, organisation.slug, inLang(organisation.body.name, lang), body.membership, ask.period, ask.holder, body.type, body.year, body.every ?? null],
    ...[body.amount, body.currency, body.hours ?? null, body.dueOn ?? null, body.paidOn ?? null, body.act ?? null, body.statedAbout ?? null],
    ...[body.note?.pl ?? null, body.note?.en ?? null, sources.join(' ')],
  ];
}
