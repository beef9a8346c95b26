import { expect, it } from 'vitest';
import { askable, isPublicAddress } from './may-ask.ts';

it.each(['8.8.8.8', '149.156.0.1', '2001:4860:4860::8888', '2a00:1450::1'])('%s is in the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  'nothing',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('only plain web addresses are asked, without what only a browser needs', () => {
  expect(askable('https://example.org/a?b=1#c')?.href).toBe('https://example.org/a?b=1');
  for (const url of ['ftp://example.org/', 'javascript:alert(1)', 'https://u:p@example.org/', 'https://example.org:8443/', 'nothing']) expect(askable(url)).toBeNull();
});
