/** Everything may be read by programs but the office's desk, which asks for an account anyway. */
export const robotsTxt = (baseUrl: string): string => ['User-agent: *', 'Disallow: /office', '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n');

const validForMs = 180 * 86_400_000;

/** RFC 9116: whom to tell of a weakness. It must name a day after which it is not to be trusted, at most a year ahead. */
export const securityTxt = ({ contact, baseUrl, now }: { contact: string; baseUrl: string; now: Date }): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${new Date(now.getTime() + validForMs).toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: pl, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
