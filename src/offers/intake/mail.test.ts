import { describe, expect, it } from 'vitest';
import { looksLikeMail, mailBytesAtMost, readMail, readText, type Letter } from './mail.ts';
import { textOfHtml } from './plain-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const head =
  'From: "Sekretariat \u0000 Sieci" <office@network.example>\nTo: city@city.example\nSubject: =?utf-8?Q?Nab=C3=B3r_2027?=\nDate: Thu, 12 Nov 2026 10:00:00 +0100\nMessage-ID: <1@network.example>\n';

async function letterOf(source: string): Promise<Letter> {
  const read = await readMail(bytes(source));
  if (!read.ok) throw new Error(`${read.refusal} ${read.detail ?? ''}`);
  return read.value;
}
const refusalOf = async (source: string | Uint8Array): Promise<string> => {
  const read = await readMail(typeof source === 'string' ? bytes(source) : source);
  return read.ok ? 'none' : read.refusal;
};

describe('a mail', () => {
  it('is read with who sent it, when, what about, and its text', async () => {
    expect(await letterOf(`${head}\nTermin: 31 marca 2027 r.\n`)).toEqual({
      subject: 'Nabór 2027',
      body: 'Termin: 31 marca 2027 r.',
      isCut: false,
      sender: { name: 'Sekretariat Sieci', address: 'office@network.example' },
      sentAt: new Date('2026-11-12T09:00:00Z'),
      attachments: [],
    });
  });

  it('keeps of attachments their names and sizes only', async () => {
    const source = `${head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nText\n--b\nContent-Type: application/pdf; name="../../rules\u0007.pdf"\nContent-Disposition: attachment; filename="../../rules.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n`;
    expect(await letterOf(source)).toMatchObject({ body: 'Text', attachments: [{ name: '../../rules.pdf', type: 'application/pdf', size: 5 }] });
  });

  it('in HTML only is read as text: no scripts, no styles, no pictures, the addresses of its links beside their words', async () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body onload="x()"><script>alert("<p>1</p>")</script><p>Deadline:&nbsp;<b>31 March 2027</b></p><p>&lt;script&gt;</p><img src=x onerror=alert(1)><a href="https://network.example/form">Form</a> <a href="javascript:alert(1)">Bad</a><!-- <p>hidden</p> --></body></html>`;
    const { body } = await letterOf(`${head}MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${html}\n`);
    expect(body).toBe('Deadline: 31 March 2027\n\n<script>\nForm <https://network.example/form> Bad');
  });

  it.each([
    ['a charset that there is none of', 'Content-Type: text/plain; charset=x-never-heard-of\n\nzażółć'],
    ['bytes that are not what the charset says', 'Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nza=BF=F3=B3=E6 =ZZ'],
    ['a transfer coding that is none', 'Content-Transfer-Encoding: rot13\n\ntext'],
  ])('with %s is read as far as it can be', async (_what, rest) => {
    expect((await letterOf(`${head}MIME-Version: 1.0\n${rest}\n`)).body).not.toBe('');
  });

  it('cannot put a second header into anything by its subject', async () => {
    const { subject, sender } = await letterOf('From: =?utf-8?Q?A=0D=0ABcc=3A_x?= <a@b.example>\nSubject: =?utf-8?Q?Call=0D=0ABcc=3A_victim=40city.example?=\n\ntext\n');
    expect(subject).toBe('Call Bcc: victim@city.example');
    expect(`${subject}${sender?.name ?? ''}`).not.toMatch(/[\r\n]/);
  });

  it('that is too large, nested without end, all headers, or no mail is refused whole', async () => {
    expect(await refusalOf(new Uint8Array(mailBytesAtMost + 1))).toBe('tooLarge');
    const depth = Array.from({ length: 400 }, (_none, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`).join('');
    expect(await refusalOf(`${head}MIME-Version: 1.0\n${depth}\n`)).toBe('notAMail');
    expect(await refusalOf(`${head}${'X-Pad: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'.repeat(12_000)}\ntext`)).toBe('notAMail');
    expect(await refusalOf('\u0001\u0002\u0003 something else')).toBe('notAMail');
    expect(await refusalOf(`${head}\n   \n`)).toBe('noText');
  });

  it('with mails in mails in mails is read, the inner ones as far as they go', async () => {
    let inner = 'Subject: inner\nFrom: x@y.example\n\ninnermost text';
    for (let level = 0; level < 12; level += 1) inner = `Subject: level ${level}\nFrom: x@y.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n${inner}`;
    expect(['none', 'noText']).toContain(await refusalOf(inner));
  });

  it('of a million letters is cut, and a page of open brackets costs no more than its length', async () => {
    const long = await letterOf(`${head}\n${'Zażółć gęślą jaźń. '.repeat(60_000)}`);
    expect(long).toMatchObject({ isCut: true });
    expect(long.body.length).toBeLessThanOrEqual(100_000);
    expect(textOfHtml('<'.repeat(300_000)).length).toBe(300_000);
    expect(textOfHtml('<script>'.repeat(50_000))).toBe('');
    expect(textOfHtml('<a href="'.repeat(50_000)).length).toBeGreaterThan(0);
  });
});

describe('a text that was pasted', () => {
  it('is known as the source of a mail by its first lines', () => {
    expect(looksLikeMail(`Received: from x\n${head}\ntext`)).toBe(true);
    expect(looksLikeMail('Deadline: 31 March 2027\nFrom: 1 May\n\ntext')).toBe(false);
    expect(looksLikeMail('Dear members,\nMessage-ID: x\nFrom: y')).toBe(false);
  });

  it('keeps its lines, and loses what nobody sees', () => {
    expect(readText('  One\u00a0two\r\n\r\n\r\n\r\nthr\u200bee\u202e\u0007 ')).toMatchObject({ ok: true, value: { body: 'One two\n\nthree', sender: null, subject: '' } });
    expect(readText(' \n\u200b ')).toMatchObject({ ok: false, refusal: 'noText' });
  });
});
