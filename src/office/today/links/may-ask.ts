import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks that are nobody's public site: this machine, the city's own, link-local, and what is reserved (RFC 6890, RFC 4193, RFC 6598). */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits, 'ipv4');

// Of IPv6 only the addresses that are given out are public; those that carry another address inside are not asked.
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const carrying = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  carrying.addSubnet(network, bits, 'ipv6');

/** Whether an address lies in the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inside.check(address, 'ipv4');
  return isIPv6(address) && given.check(address, 'ipv6') && !carrying.check(address, 'ipv6');
}

/** An address of a source as it is asked: http or https on its ordinary port, without a password; null for every other. */
export function askable(url: string, anyPort = false): URL | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') return null;
  if (parsed.port !== '' && !anyPort) return null;
  parsed.hash = '';
  return parsed;
}
