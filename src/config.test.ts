import { describe, expect, it } from 'vitest';
import { packageRoot, readConfig, type Config } from './config.ts';

function read(env: Record<string, string>): Config {
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.value;
}

function complaintAbout(env: Record<string, string>): string {
  const outcome = readConfig(env);
  return outcome.ok ? 'none' : `${outcome.refusal}: ${outcome.detail}`;
}

describe('the environment', () => {
  it('may be empty', () => {
    expect(read({})).toEqual({
      port: 4300,
      host: '127.0.0.1',
      listensAt: 'http://localhost:4300',
      baseUrl: 'http://localhost:4300',
      dataFolder: `${packageRoot}/.koga`,
      databaseUrl: null,
      pgBin: null,
      proxies: 0,
      securityContact: null,
      smtpUrl: null,
      mailFrom: 'Koga <koga@localhost>',
      intakeFolder: null,
      checkLinks: false,
      secret: null,
      singleSignOn: null,
    });
  });

  it('counts an empty variable as none, and leaves others alone', () => {
    expect(read({ PORT: '', HOST: ' ', DATABASE_URL: '', LANG: 'C' })).toEqual(read({}));
  });

  it('sets everything that can be set', () => {
    const env = {
      PORT: '8080',
      HOST: '192.0.2.7',
      KOGA_DATA: '/var/lib/koga',
      KOGA_BASE_URL: 'https://Swiat.example.org/',
      DATABASE_URL: 'postgres://koga:secret@first,second:5433/koga',
      KOGA_PG_BIN: '/usr/lib/postgresql/15/bin',
      KOGA_PROXIES: '2',
      KOGA_SECURITY_CONTACT: 'mailto:security@example.org',
      SMTP_URL: 'smtps://koga:secret@mail.example.org',
      KOGA_MAIL_FROM: 'Biuro rejestru <rejestr@example.org>',
      KOGA_INTAKE_FOLDER: '/var/lib/koga-calls',
      KOGA_CHECK_LINKS: '1',
      KOGA_SECRET: 'thirty-two letters, all by chance',
      KOGA_OIDC_ISSUER: 'https://login.example.org/realms/city',
      KOGA_OIDC_CLIENT_ID: 'koga',
      KOGA_OIDC_CLIENT_SECRET: 'given by the issuer',
    };
    expect(read(env)).toEqual({
      port: 8080,
      host: '192.0.2.7',
      listensAt: 'http://192.0.2.7:8080',
      baseUrl: 'https://swiat.example.org',
      dataFolder: '/var/lib/koga',
      databaseUrl: 'postgres://koga:secret@first,second:5433/koga',
      pgBin: '/usr/lib/postgresql/15/bin',
      proxies: 2,
      securityContact: 'mailto:security@example.org',
      smtpUrl: 'smtps://koga:secret@mail.example.org',
      mailFrom: 'Biuro rejestru <rejestr@example.org>',
      intakeFolder: '/var/lib/koga-calls',
      checkLinks: true,
      secret: 'thirty-two letters, all by chance',
      singleSignOn: { issuer: 'https://login.example.org/realms/city', clientId: 'koga', clientSecret: 'given by the issuer' },
    });
  });

  it('takes the three settings of a single sign-on together or not at all, and repeats no secret', () => {
    expect(complaintAbout({ KOGA_OIDC_ISSUER: 'https://login.example.org', KOGA_OIDC_CLIENT_ID: 'koga' })).toMatch(/^badConfig: KOGA_OIDC_CLIENT_SECRET must be .*set together/);
    expect(complaintAbout({ KOGA_SECRET: 'too short' })).toMatch(/^badConfig: KOGA_SECRET must be at least 32 letters(?!.*too short)/);
  });

  it('takes a relative data folder from where the command is given', () => {
    expect(read({ KOGA_DATA: 'store' }).dataFolder).toBe(`${process.cwd()}/store`);
  });

  it('prints an address that a browser understands', () => {
    expect(read({ HOST: '0.0.0.0', PORT: '80' }).listensAt).toBe('http://localhost:80');
    expect(read({ HOST: '2001:db8::7' }).listensAt).toBe('http://[2001:db8::7]:4300');
    expect(read({ HOST: 'koga.example.org' }).listensAt).toBe('http://koga.example.org:4300');
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(read({}))).toBe(true);
  });

  it.each([
    ['PORT', '80a', 'PORT must be a number from 1 to 65535, such as 4300; it is "80a".'],
    ['PORT', '0', 'PORT must be a number from 1 to 65535, such as 4300; it is "0".'],
    ['PORT', '70000', 'PORT must be a number from 1 to 65535, such as 4300; it is "70000".'],
    ['HOST', 'http://localhost', 'HOST must be a host name or an IP address to listen on, such as 127.0.0.1; it is "http://localhost".'],
    ['KOGA_BASE_URL', 'example.org', 'KOGA_BASE_URL must be the address that the public uses, without a path, such as https://international.example.org; it is "example.org".'],
    [
      'KOGA_BASE_URL',
      'https://example.org/koga',
      'KOGA_BASE_URL must be the address that the public uses, without a path, such as https://international.example.org; it is "https://example.org/koga".',
    ],
    ['KOGA_DATA', 's3://koga', 'KOGA_DATA must be the path of a folder, such as /var/lib/koga; it is "s3://koga".'],
    ['KOGA_PG_BIN', 'bin', 'KOGA_PG_BIN must be the full path of the folder with PostgreSQL’s programs, such as /usr/lib/postgresql/18/bin; it is "bin".'],
    [
      'KOGA_SECURITY_CONTACT',
      'security@example.org',
      'KOGA_SECURITY_CONTACT must be where weaknesses are reported, such as mailto:security@example.org or https://example.org/security; it is "security@example.org".',
    ],
  ])('refuses %s=%s in one sentence', (name, value, sentence) => {
    expect(complaintAbout({ [name]: value })).toBe(`badConfig: ${sentence}`);
  });

  it('refuses a database address without repeating it, for it may hold a password', () => {
    expect(complaintAbout({ DATABASE_URL: 'mysql://koga:secret@localhost/koga' })).toBe(
      'badConfig: DATABASE_URL must be a PostgreSQL address, such as postgres://koga@localhost:5432/koga.',
    );
  });

  it('refuses the address of a mail server without repeating it, and a sender that is none', () => {
    expect(complaintAbout({ SMTP_URL: 'https://koga:secret@mail.example.org' })).toBe(
      'badConfig: SMTP_URL must be the address of a mail server, such as smtp://user:password@mail.example.org:587 or smtps://mail.example.org.',
    );
    for (const from of ['Koga', 'koga@', 'Koga <koga@example.org', 'a@example.org, b@example.org'])
      expect(complaintAbout({ KOGA_MAIL_FROM: from })).toContain('KOGA_MAIL_FROM must be whom mails come from, such as Koga <koga@example.org>');
    expect(read({ KOGA_MAIL_FROM: 'koga@example.org' }).mailFrom).toBe('koga@example.org');
  });
});
