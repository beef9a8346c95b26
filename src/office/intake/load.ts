import { dayAt } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { fieldsRead, organisationSites, readCall, type FieldRead, type Finding, type IntakeItem } from '#offers/index.ts';
import { titlesOfRecords } from '../records/form/store.ts';
import type { Asked } from '../page.ts';

export type Loaded = { item: IntakeItem; findings: Finding[]; fields: FieldRead[]; names: Map<string, string> };

/** An item with what can be read of it now: organisations that came into the register since are known too. */
export async function loaded(reader: Reader, item: IntakeItem, { city, lang }: Pick<Asked, 'city' | 'lang'>): Promise<Loaded> {
  const sites = await organisationSites(reader);
  const { subject, body, senderAddress: sender, url } = item;
  const sentOn = dayAt(item.sentAt !== null && item.sentAt < item.arrivedAt ? item.sentAt : item.arrivedAt, city.timeZone);
  const findings = body === null ? [] : readCall({ subject: subject ?? '', body, sender }, { sentOn, zone: city.timeZone, sites, url });
  const slugs = findings.flatMap((one) => (one.field === 'organisation' ? [{ kind: 'organisation', slug: one.value }] : []));
  const titles = await titlesOfRecords(reader, slugs, lang);
  return { item, findings, fields: fieldsRead(findings), names: new Map(slugs.map(({ slug }) => [slug, titles.get(`organisation ${slug}`) ?? slug])) };
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
