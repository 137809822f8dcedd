import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are no public hosts (IANA's registry of special-purpose addresses), and one public address that is a cloud's metadata service. */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Of IPv6 only the global unicast range counts as public at all. That leaves out the loopback address, IPv4 in any wrapping
 * (::ffff:0:0/96, ::/96), NAT64 (64:ff9b::/96, 64:ff9b:1::/48), unique-local, link-local, site-local and multicast addresses.
 */
const PUBLIC_6: readonly [string, number] = ['2000::', 3];

/** Inside it: special purposes with Teredo (2001::/23), documentation, 6to4. Teredo and 6to4 carry an IPv4 address that may be a private one. */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [range, prefix] of SPECIAL_4) special.addSubnet(range, prefix, 'ipv4');
for (const [range, prefix] of SPECIAL_6) special.addSubnet(range, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...PUBLIC_6, 'ipv6');

/** Whether an IP address, in any spelling that Node takes, is no public host's. What is no IP address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  switch (isIP(bare)) {
    case 4:
      return special.check(bare, 'ipv4');
    case 6:
      return !global6.check(bare, 'ipv6') || special.check(bare, 'ipv6');
    default:
      return true;
  }
}
