import type { Child } from '#markup/markup.ts';

/** Somewhere to go inside the service. `current` marks the page the reader is on. */
export type Link = { href: string; text: string; lang?: string; current?: boolean };

const admitted = new Set(['http:', 'https:', 'mailto:']);

/** Whether an address from the record may become a link. JSX escapes text but lets `javascript:` through, so every such address passes here. */
export function isSafeAddress(href: string): boolean {
  // Browsers skip control characters and blanks inside a scheme, so an address that has any is refused as a whole.
  if (Array.from(href).some((letter) => letter <= ' ' || letter === '\u007f')) return false;
  const parsed = URL.parse(href);
  return parsed !== null && admitted.has(parsed.protocol);
}

/** A link to an address that came from the record; where the address is not http, https or mailto, only the text remains. */
export const SafeLink = ({ href, children, lang, rel }: { href: string; children: Child; lang?: string | undefined; rel?: string | undefined }) =>
  isSafeAddress(href) ? (
    <a href={href} lang={lang} hreflang={lang} rel={rel}>
      {children}
    </a>
  ) : (
    <span lang={lang}>{children}</span>
  );

/** The host of an address as people say it: `hanse.org`. Empty where the address is none. */
export const hostOf = (href: string): string => URL.parse(href)?.hostname.replace(/^www\./, '') ?? '';
