/** An address of this installation that somebody is led on to; whatever else was asked for leads to the given one. */
export function localPath(asked: string | null | undefined, otherwise = '/office'): string {
  if (asked === null || asked === undefined || !/^\/(?![/\\])/.test(asked) || /[\\\s\p{Cc}]/u.test(asked)) return otherwise;
  const url = URL.parse(asked, 'https://koga.invalid');
  return url?.origin === 'https://koga.invalid' ? url.pathname + url.search : otherwise;
}
