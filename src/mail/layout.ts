import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { mail as en } from '#lang/en/mail.ts';
import { mail as pl } from '#lang/pl/mail.ts';

export type Line = string | { heading: string } | { text: string; href: string } | { list: readonly { text: string; note?: string; href?: string }[] };

/** What a mail says, without its looks. */
export type Letter = {
  heading: string;
  lines: readonly Line[];
  /** What it leads to. */
  action?: { text: string; href: string };
  /** Why somebody gets it, below everything. */
  why?: string;
  /** Where these mails can be ended. */
  off?: { text: string; href: string };
};

type Frame = { city: City; lang: Lang };

/** A letter as plain text and as HTML, in the recipient's language and under the city's name. Nothing in it is fetched from anywhere. */
export function letter(given: Letter, { city, lang }: Frame): { text: string; html: string } {
  const texts = lang === 'pl' ? pl : en;
  const sender = `${city.title[lang]} – ${texts.office}`;
  const notice = city.demonstration?.[lang];
  const foot = [given.why, notice].filter((line) => line !== undefined);
  return { text: asText(given, { sender, foot }), html: asHtml(given, { sender, foot, lang }) };
}

type Foot = { sender: string; foot: readonly string[] };

function asText(given: Letter, { sender, foot }: Foot): string {
  const lines = given.lines.map((line) => {
    if (typeof line === 'string') return line;
    if ('heading' in line) return line.heading.toUpperCase();
    if ('list' in line) return line.list.map((one) => [`• ${one.text}`, one.note, one.href].filter((part) => part !== undefined).join('\n  ')).join('\n');
    return `${line.text}: ${line.href}`;
  });
  const action = given.action === undefined ? [] : [`${given.action.text}:\n${given.action.href}`];
  const off = given.off === undefined ? [] : [`${given.off.text}: ${given.off.href}`];
  return `${[given.heading, ...lines, ...action].join('\n\n')}\n\n-- \n${[sender, ...foot, ...off].join('\n')}\n`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const link = (text: string, href: string, style = 'color:#0057a8'): string => `<a href="${escaped(href)}" style="${style}">${escaped(text)}</a>`;

// Mail programs drop style sheets, so each element bears its own. Colours are those of the service: all pairs have at least 4.5 : 1.
function asHtml(given: Letter, { sender, foot, lang }: Foot & { lang: Lang }): string {
  const lines = given.lines.map((line) => {
    if (typeof line === 'string') return `<p style="margin:0 0 16px">${escaped(line)}</p>`;
    if ('heading' in line) return `<h2 style="margin:24px 0 8px;color:#0b2a5b;font:600 18px/1.3 'Source Serif 4',Georgia,serif">${escaped(line.heading)}</h2>`;
    if ('list' in line) {
      const items = line.list.map(
        (one) =>
          `<li style="margin:0 0 10px">${one.href === undefined ? escaped(one.text) : link(one.text, one.href)}${one.note === undefined ? '' : `<br><span style="color:#4d5769">${escaped(one.note)}</span>`}</li>`,
      );
      return `<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.join('')}</ul>`;
    }
    return `<p style="margin:0 0 16px">${link(line.text, line.href)}</p>`;
  });
  const action =
    given.action === undefined
      ? ''
      : `<p style="margin:24px 0">${link(given.action.text, given.action.href, 'display:inline-block;padding:10px 18px;background:#0057a8;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600')}</p>`;
  const off = given.off === undefined ? '' : `<p style="margin:0">${link(given.off.text, given.off.href, 'color:#4d5769')}</p>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(given.heading)}</title></head><body style="margin:0;padding:24px;background:#fbfaf7;color:#1b2434;font:16px/1.5 'Source Sans 3',Arial,sans-serif"><div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dcd9d0"><p style="margin:0 0 16px;color:#0b2a5b;font-weight:600">${escaped(sender)}</p><h1 style="margin:0 0 16px;color:#0b2a5b;font:600 22px/1.3 'Source Serif 4',Georgia,serif">${escaped(given.heading)}</h1>${lines.join('')}${action}<div style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #dcd9d0;color:#4d5769;font-size:14px">${foot.map((line) => `<p style="margin:0 0 8px">${escaped(line)}</p>`).join('')}${off}</div></div></body></html>`;
}
