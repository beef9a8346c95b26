import type { Finding } from './finding.ts';
import { domainOf } from './mail.ts';

/** Where an organisation is at home on the web. `isWhole` where the address is all its own and no folder in somebody else's. */
export type OrganisationSite = { slug: string; host: string; isWhole: boolean };

/** Hosts where many have a place: what comes from there says nothing. */
const shared =
  /(?:^|\.)(?:facebook|instagram|twitter|x|linkedin|youtube|youtu|vimeo|tiktok|google|googleusercontent|dropbox|wetransfer|eventbrite|mailchimp|list-manage|sendinblue|brevo|constantcontact|wikipedia|wikidata|gmail|outlook|hotmail|onet|wp|o2|interia)\.(?:com|be|net|pl|org)$/i;

export function siteOf(slug: string, website: string): OrganisationSite[] {
  const url = URL.parse(website);
  if (url === null || shared.test(url.hostname)) return [];
  const host = bare(url.hostname);
  return [{ slug, host, isWhole: /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?|index\.\w+|home\/?)?$/i.test(url.pathname) }];
}

const bare = (host: string): string => host.toLowerCase().replace(/^www\d?\./, '');

const isAt = (domain: string, host: string): boolean => domain === host || domain.endsWith(`.${host}`);

type Text = { subject: string; body: string; sender: string | null };

const address = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const link = /https?:\/\/[^\s<>"'“”„’`\\{}|^]{1,1900}/g;

const linksIn = (body: string): { url: string; from: number }[] =>
  [...body.matchAll(link)].slice(0, 60).flatMap((match) => {
    // What closes the sentence, or the bracket around it, is no part of the address.
    const text = match[0].replace(/[.,;:!?]+$/, '');
    const url = text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
    return URL.canParse(url) ? [{ url, from: match.index }] : [];
  });

/** The organisation whose domain the sender has, and those that addresses and links in the text lead to. An address can be forged: it is shown, and a person decides. */
export function organisationFindings({ body, sender }: Text, domain: string | null, { sites }: { sites: readonly OrganisationSite[] }): Finding[] {
  const named = (at: string): OrganisationSite[] => sites.filter(({ host }) => isAt(bare(at), host));
  const bySender: Finding[] =
    sender === null || domain === null
      ? []
      : named(domain).map(({ slug, isWhole }) => ({
          field: 'organisation',
          value: slug,
          words: sender,
          place: { part: 'sender', from: 0, to: sender.length },
          doubt: isWhole ? null : 'shared-address',
        }));
  if (bySender.length > 0) return bySender;
  const byText = [...body.matchAll(address)].slice(0, 60).map((match) => ({ words: match[0], from: match.index, domain: domainOf(match[0]) }));
  const byLink = linksIn(body).map(({ url, from }) => ({ words: url, from, domain: new URL(url).hostname }));
  return [...byText, ...byLink].flatMap(({ words, from, domain: at }) =>
    named(at).map(({ slug }) => ({
      field: 'organisation' as const,
      value: slug,
      words,
      place: { part: 'body' as const, from, to: from + words.length },
      doubt: 'only-a-link' as const,
    })),
  );
}

const useless = /unsubscribe|wypisz|rezygn|privacy|prywatn|view-?in-?browser|webversion|preferences|tracking|\/track\/|pixel|\.(?:png|jpe?g|gif|svg|ico)(?:\?|$)/i;
const useful = /appl(?:y|ication)|form|call|entry|entries|submi|regulamin|rules|zgłosz|zglosz|nab[oó]r|konkurs|prize|award|nagrod/i;

/** The address that was pasted with the text, or the links of the text: first those that seem to lead to a call or its form. */
export function linkFindings({ body }: Text, { url }: { url: string | null }): Finding[] {
  if (url !== null) return [{ field: 'url', value: url, words: url, place: { part: 'sender', from: 0, to: 0 }, doubt: null }];
  const links = linksIn(body)
    .filter((one) => !useless.test(one.url) && !shared.test(new URL(one.url).hostname))
    .map((one) => ({ ...one, isUseful: useful.test(one.url) || useful.test(phraseBefore(body, one.from)) }));
  const chosen = links.some(({ isUseful }) => isUseful) ? links.filter(({ isUseful }) => isUseful) : links;
  return chosen
    .slice(0, 8)
    .map(({ url: value, from, isUseful }) => ({ field: 'url', value, words: value, place: { part: 'body', from, to: from + value.length }, doubt: isUseful ? null : 'hint' }));
}

/** The words that lead to a link: not those of the sentence before, nor of another link. */
const phraseBefore = (body: string, at: number): string =>
  body
    .slice(Math.max(0, at - 60), at)
    .split(/[.!?]\s|https?:\S+|\n\s*\n/)
    .at(-1) ?? '';
