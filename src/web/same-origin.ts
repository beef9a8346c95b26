/**
 * Whether a form was sent from a page of another site. Browsers that tell how the pages stand to each other (Sec-Fetch-Site) are
 * believed first: they know the address in the reader's window, which may be another name of this machine than the base URL.
 * Who says neither is no browser, and has no reader's rights to misuse.
 */
export function isFromElsewhere({ headers }: Request, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  return origin !== null && origin !== new URL(baseUrl).origin;
}
