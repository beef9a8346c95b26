import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import { attribute, elementsOf, markup } from '../../markup.ts';
import { samplePages } from '../addresses.ts';
import { wire, type Answer } from './wire.ts';

const { raw, ask, get, dangling, host } = wire();

/** Every address of a page, its query gone. */
const addresses = langs.flatMap((lang) => [...new Set(samplePages(lang).map((path) => path.split('?')[0] ?? ''))]);
const forms = ['/pl/zglos-uwage', '/en/report'];
const lists = [
  '/pl/organizacje',
  '/en/organisations',
  '/pl/uchwaly',
  '/en/acts',
  '/pl/rejestr-zmian',
  '/en/changes',
  '/pl/szukaj',
  '/en/search',
  '/pl/koszty',
  '/pl/dlaczego-warto',
];

/** What would tell a stranger how the service is built or where it lies. */
const inside =
  /\bat \S+ \(|\bnode:|node_modules|\.tsx?:\d|\/(home|root|tmp|work|usr|var)\/|relation "|syntax error|\bselect\b.+\bfrom\b|kysely|ECONN|PostgresError|\[object Object\]/i;

/** What is wrong with a refusal: its status, its form, or that it tells too much. */
function faultsOf(answer: Answer, statuses: number[]): string[] {
  const type = answer.headers.get('content-type') ?? '';
  const told = inside.exec(answer.body)?.[0];
  const readable = answer.body === '' || (type.startsWith('text/html') ? /<html lang="(pl|en)".*<h1/s.test(answer.body) : problem.safeParse(parsed(answer.body)).success);
  return [
    ...(statuses.includes(answer.status) ? [] : [`answers ${answer.status}`]),
    ...(answer.status >= 400 && told !== undefined ? [`tells ${told}`] : []),
    ...(answer.status >= 400 && !readable ? [`is neither a page nor a problem: ${type}`] : []),
    ...(answer.headers.get('content-security-policy')?.startsWith("default-src 'none'") === true && answer.headers.get('x-content-type-options') === 'nosniff'
      ? []
      : ['has no security headers']),
    ...(answer.headers.has('set-cookie') ? ['sets a cookie'] : []),
  ];
}
const problem = z.object({ type: z.string(), status: z.int(), title: z.string().min(3) });
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What of a stranger's text has become a part of the page. */
function injected(html: string): string[] {
  const all = elementsOf(markup(html));
  return all.flatMap((element) => [
    ...(element.name === 'script' && !(attribute(element, 'src') ?? '').startsWith('/assets/') && attribute(element, 'type') !== 'application/ld+json' ? ['a script'] : []),
    ...([...element.attributes].some(([name, value]) => name.startsWith('on') || /^\s*javascript:/i.test(value)) ? [`an attribute of ${element.name}`] : []),
    ...(['iframe', 'base', 'object', 'marquee'].includes(element.name) ? [element.name] : []),
  ]);
}

const encoded = (values: [string, string][]): string => values.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

describe('whatever is sent', () => {
  let before: Answer;
  const names = new Set(['q', 'page', 'view', 'on', 'sent', 'lang', 'format', '__proto__', 'constructor']);
  beforeAll(async () => {
    before = await get('/pl');
    for (const path of lists)
      for (const field of elementsOf(markup((await get(path)).body))) if (['input', 'select'].includes(field.name)) names.add(attribute(field, 'name') ?? 'q');
  }, 60_000);
  it.each([
    ['script', '<script>alert(1)</script>'],
    ['a way out of an attribute', `"'><img src=x onerror=alert(1)><svg onload=alert(1)>`],
    ['a way out of data in the head', '</script><script>alert(1)</script><!--'],
    ['SQL', `'; drop table records; select pg_sleep(9); --`],
    ['more SQL', `%' or 1=1) union select null::text from pg_user -- \\`],
    ['a template and a path', '{{7*7}}${7*7}../../../../etc/passwd'],
    ['a header of its own', 'x\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script>'],
    ['letters that steer', '\u202e\u0007\u001b[2J\ufeff\ud7ff\u{10ffff}'],
  ])(
    '%s in every parameter of every page is text',
    async (_what, value) => {
      const wrong: string[] = [];
      for (const path of addresses) {
        const answer = await get(`${path}?${encoded([...names].map((name) => [name, value]))}`);
        wrong.push(...faultsOf(answer, [200]).map((fault) => `${path} ${fault}`), ...injected(answer.body).map((fault) => `${path} lets in ${fault}`));
        if (answer.body.includes('<script>alert')) wrong.push(`${path} has it raw`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('of values that no filter knows, the list is the one without them', async () => {
    const wrong: string[] = [];
    for (const path of lists) {
      const bare = (await get(path)).body;
      for (const name of names) {
        if (['q', 'on'].includes(name)) continue;
        const answer = await get(`${path}?${name}=${encodeURIComponent(`nie ma ' takiej <b>`)}`);
        if (answer.status !== 200 || answer.body !== bare) wrong.push(`${path}?${name}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it.each(['-1', '0', '1e9', 'NaN', 'Infinity', '1.5', '0x10', '99999999999999999999', '', '%202', '%F0%9F%92%A9'])('of page %s, a list shows its first page', async (page) => {
    for (const path of lists) {
      const answer = await get(`${path}?page=${page}`);
      expect([path, faultsOf(answer, [200])]).toEqual([path, []]);
      expect([path, answer.body === (await get(path)).body]).toEqual([path, true]);
    }
  });

  it.each(['0000-00-00', '9999-99-99', '2026-02-30', '-1', '275760-09-13', 'dziś'])('of the day %s, a list shows today', async (day) => {
    expect((await get(`/pl/organizacje?on=${encodeURIComponent(day)}`)).body).toBe((await get('/pl/organizacje')).body);
  });

  it('of a parameter given many times, a page is made all the same', async () => {
    for (const path of lists) for (const name of names) expect([path, name, faultsOf(await get(`${path}?${`${name}=a&`.repeat(40)}`), [200])]).toEqual([path, name, []]);
    expect((await get(`/pl/szukaj?${'a[b][c]=&'.repeat(200)}`)).status).toBe(200);
  }, 60_000);

  it.each([
    ['a query of 100 kB', `/pl/szukaj?q=${'a'.repeat(100_000)}`, [414, 431]],
    ['a query of 10 kB', `/pl/szukaj?q=${'a'.repeat(10_000)}`, [414]],
    ['an address of 10 kB', `/pl/${'a'.repeat(10_000)}`, [414]],
    ['a long word to search for', `/pl/szukaj?q=${encodeURIComponent('ą'.normalize('NFD').repeat(200))}`, [200]],
    ['broken UTF-8 in the path', '/pl/%c3%28', [400]],
    ['broken UTF-8 in the query', '/pl/szukaj?q=%c3%28', [400]],
    ['overlong UTF-8', '/pl/szukaj?q=%c0%ae', [400]],
    ['a lone surrogate', '/pl/szukaj?q=%ed%a0%80', [400]],
    ['a percent sign as people type it', '/pl/szukaj?q=50%', [200]],
    ['NUL in the path', '/pl/organizacje/owhc%00.json', [400]],
    ['NUL in the query', '/pl/szukaj?q=a%00b', [400]],
    ['a path upwards', '/pl/../../../../etc/passwd', [400]],
    ['an encoded path upwards', '/pl/%2e%2e/%2e%2e/etc/passwd', [400]],
    ['a twice encoded path upwards', '/pl/%252e%252e%252fetc%252fpasswd', [404]],
    ['a path upwards from the files', '/assets/../koga.js', [400]],
    ['an encoded path upwards from the files', '/assets/..%2f..%2fpackage.json', [400]],
    ['backslashes', '/assets/..%5c..%5cpackage.json', [400]],
    ['the list of the files', '/assets/', [301, 404]],
    ['the map of the files', '/assets/manifest.json', [404]],
    ['a hidden file', '/.env', [404]],
    ['the repository', '/.git/config', [404]],
    ['the program', '/build/koga.js', [404]],
    ['a file of the system', '/etc/passwd', [404]],
    ['SQL for a name', `/pl/organizacje/'%20or%201=1--`, [404]],
    ['script for a name', '/pl/organizacje/%3Cscript%3Ealert(1)%3C%2Fscript%3E', [400]],
    ['script for a name without a slash', '/pl/organizacje/%3Cimg%20src=x%20onerror=alert(1)%3E', [404]],
    ['a kind that is none', '/pl/historia/__proto__/owhc', [404]],
    ['a kind that every object has', '/id/constructor/owhc', [404]],
    ['a revision below one', '/pl/historia/organisations/owhc/-1', [404]],
    ['a revision beyond counting', '/pl/historia/organisations/owhc/99999999999999999999', [404]],
    ['a revision beyond 32 bits', '/pl/historia/organisations/owhc/1/4294967296', [404]],
    ['a revision in other digits', '/pl/historia/organisations/owhc/1e0', [404]],
    ['a name of 1,000 letters', `/pl/organizacje/${'a'.repeat(1000)}`, [404]],
    ['a format of a format', '/pl/organizacje.json.csv', [404]],
  ])('%s gets its status, as a page for people and a problem for programs', async (_what, target, statuses) => {
    const forPeople = await get(target);
    expect(faultsOf(forPeople, statuses)).toEqual([]);
    if (forPeople.status < 400) return;
    const forPrograms = await get(target, { Accept: 'application/json' });
    expect(faultsOf(forPrograms, statuses)).toEqual([]);
    // What is refused before the headers are read cannot know who asks.
    if (forPrograms.status !== 431) expect(forPrograms.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    for (const { body } of [forPeople, forPrograms]) {
      expect(body).not.toMatch(/root:x|<img src=x|<script>alert|"devDependencies"/);
      if (body.startsWith('<')) expect(injected(body)).toEqual([]);
    }
  });

  it('raw bytes in the address are refused', async () => {
    for (const bytes of [Buffer.from('/pl/\xff\xfe', 'latin1'), Buffer.from('/pl/\u0000', 'latin1'), Buffer.from('/pl/szukaj?q=Łódź')])
      expect(faultsOf(await get(bytes), [400])).toEqual([]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE'])('%s is refused on every address that is only read, and told what is allowed', async (method) => {
    const wrong: string[] = [];
    const more = [
      '/',
      '/healthz',
      '/readyz',
      '/robots.txt',
      '/sitemap.xml',
      '/metrics',
      '/favicon.ico',
      '/id/organisations/owhc',
      '/pl/organizacje.json',
      '/en/changes.atom',
      '/pl/organizacje.csv',
    ];
    for (const path of [...addresses, ...more]) {
      if (method === 'POST' && forms.includes(path)) continue;
      const answer = await ask(method, path, { Accept: 'text/html' }, method === 'TRACE' ? '' : 'a=b');
      wrong.push(...faultsOf(answer, [405]).map((fault) => `${path} ${fault}`));
      if (answer.headers.get('allow') !== (forms.includes(path) ? 'GET, HEAD, POST' : 'GET, HEAD')) wrong.push(`${path} allows ${answer.headers.get('allow')}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nothing', 'application/x-www-form-urlencoded', '', [411, 422]],
    ['noise', 'application/x-www-form-urlencoded', '&&==&;%26=&a=b&&', [422]],
    ['broken UTF-8', 'application/x-www-form-urlencoded', 'message=%ff%fe', [400]],
    ['bytes of another encoding', 'application/x-www-form-urlencoded', Buffer.from('message=za\xbf\xf3\xb3\xe6', 'latin1'), [400]],
    ['NUL', 'application/x-www-form-urlencoded', 'message=a%00b', [400]],
    ['a field twice', 'application/x-www-form-urlencoded', 'kind=error&kind=other', [400]],
    ['a thousand fields', 'application/x-www-form-urlencoded', Array.from({ length: 1000 }, (_none, index) => `f${index}=x`).join('&'), [400]],
    ['a prototype', 'application/x-www-form-urlencoded', '__proto__[kind]=error&constructor=x', [422]],
    ['JSON', 'application/json', '{"message":{"$gt":""}}', [415]],
    ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', [415]],
    ['files', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="message"; filename="../../a"\r\n\r\nb\r\n--x--\r\n', [415]],
    ['a type that is none', ';;;', 'message=b', [415]],
    ['more than a form holds', 'application/x-www-form-urlencoded', `message=${'a'.repeat(300_000)}`, [413]],
    ['more than anything holds', 'application/x-www-form-urlencoded', `message=${'a'.repeat(3_000_000)}`, [413]],
  ])('a form with %s is answered', async (_what, type, body, statuses) => {
    for (const path of forms) {
      const answer = await ask('POST', path, { Accept: 'text/html', 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' }, body);
      expect([path, faultsOf(answer, statuses)]).toEqual([path, []]);
      expect(injected(answer.body)).toEqual([]);
    }
  });

  it.each([
    ['one header of 40 kB', { X: 'x'.repeat(40_000) }, [431]],
    ['two thousand headers', Object.fromEntries(Array.from({ length: 2000 }, (_none, index) => [`X-${index}`, 'x'.repeat(10)])), [431]],
    ['a cookie of 40 kB', { Cookie: `a=${'x'.repeat(40_000)}` }, [431]],
    ['a host that is none', { Host: 'a b' }, [400]],
    ['a length that is none', { 'Content-Length': '-5' }, [400]],
    ['a coding that is none', { 'Transfer-Encoding': 'nonsense' }, [400, 501]],
    ['parts', { Range: 'bytes=0-9' }, [200]],
    ['parts that are none', { Range: 'bytes=9-0,-,5000000-' }, [200]],
    ['kinds of answers that are none', { Accept: ';;;,*/*;q=x,text/html;q=abc,/' }, [200]],
    ['a thousand kinds of answers', { Accept: 'a/b;q=0.1,'.repeat(1000) }, [200]],
    ['only what is not there', { Accept: 'application/vnd.ms-excel' }, [200]],
    ['encodings that are none', { 'Accept-Encoding': 'compress, ;q=, br;q=-1' }, [200]],
    ['languages that are none', { 'Accept-Language': 'x'.repeat(2000) }, [200]],
    ['tags that are none', { 'If-None-Match': 'W/"', 'If-Modified-Since': 'wczoraj', 'If-Match': 'x' }, [200]],
    ['the cookies of others', { Cookie: '__Host-session=%00;;;=; a' }, [200]],
    ['an origin of its own', { Origin: 'null', Referer: 'javascript:alert(1)' }, [200]],
    ['proxies that are none', { 'X-Forwarded-For': `'; drop table records; --`, 'X-Forwarded-Host': 'evil.example', Forwarded: 'for=evil.example' }, [200]],
    ['another method behind it', { 'X-HTTP-Method-Override': 'DELETE' }, [200]],
    ['an upgrade', { Upgrade: 'websocket', 'Sec-WebSocket-Key': 'x' }, [200, 400, 426]],
  ])('a request with %s is answered', async (_what, headers, statuses) => {
    const answer = await get('/pl', headers);
    expect(faultsOf(answer, statuses)).toEqual([]);
    expect(answer.body).not.toContain('evil.example');
    if (answer.status === 200) expect(answer.body).toBe(before.body);
  });

  it('HTTP/1.0 gets the page and the end of the connection', async () => {
    const [answer] = await raw('GET /pl HTTP/1.0\r\nAccept: text/html\r\n\r\n');
    expect([answer?.status, answer?.body]).toEqual([200, before.body]);
  });

  it('noise after a good request leaves the good answer, and ends the connection', async () => {
    const answers = await raw(`GET /pl HTTP/1.1\r\nHost: ${host()}\r\nAccept: text/html\r\n\r\n\u0001\u0002 szum\r\n\r\n`);
    expect(answers[0]?.status).toBe(200);
    expect(answers[0]?.body).toBe(before.body);
    for (const refused of answers.slice(1)) expect(faultsOf(refused, [400])).toEqual([]);
  });

  it.each([
    ['noise', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n'],
    ['another protocol', 'HELO koga\r\n\r\n'],
    ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    [
      'a request hidden in another',
      'POST /pl/zglos-uwage HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n',
    ],
    ['headers folded', 'GET /pl HTTP/1.1\r\nHost: a\r\n X: b\r\nConnection: close\r\n\r\n'],
    ['a header without a name', 'GET /pl HTTP/1.1\r\nHost: a\r\n: b\r\nConnection: close\r\n\r\n'],
  ])('%s is refused in one answer', async (_what, bytes) => {
    const answers = await raw(bytes);
    expect(answers.map((answer) => faultsOf(answer, [400]))).toEqual([[]]);
  });

  it('others are served while slow senders hold their connections', async () => {
    const slow = await Promise.all(
      Array.from({ length: 60 }, (_none, index) =>
        dangling(
          index % 2 === 0
            ? 'GET /pl HTTP/1.1\r\nHost: a\r\nX-Slow: '
            : 'POST /pl/zglos-uwage HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\na=',
        ),
      ),
    );
    expect((await get('/pl')).body).toBe(before.body);
    expect((await get('/pl/organizacje?status=ended')).status).toBe(200);
    for (const one of slow) one.drop();
    expect((await get('/pl')).body).toBe(before.body);
  });

  it('the service is there afterwards, and its home page is the same', async () => {
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/pl')).body).toBe(before.body);
  });
});
