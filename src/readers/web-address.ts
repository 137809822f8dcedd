/** Why an address is not fetched, before anything is asked of the network. */
export type AddressProblem = 'address-wrong' | 'address-refused';

export type CheckedAddress =
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'refused'; readonly code: AddressProblem; readonly message: string };

/** Longer than any news address, short enough for every log. */
const LONGEST = 4096;

/** Whether somebody means an address and no path. */
export const isWebAddress = (written: string): boolean => /^https?:\/\//i.test(written);

/**
 * Reads an address as browsers do, so that every spelling of a host becomes one ("0x7f000001", "127.1", "2130706433", full-width
 * digits are 127.0.0.1). Only http and https; no user name or password, which would hide the host and leak into logs.
 */
export function checkAddress(written: string, base?: URL): CheckedAddress {
  if (written.length > LONGEST) return refused('address-wrong', `is longer than ${LONGEST} characters`);
  let url: URL;
  try {
    url = new URL(written, base);
  } catch {
    return refused('address-wrong', 'is not an address that can be understood');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused('address-refused', `begins with "${url.protocol}"; only http and https are fetched`);
  if (url.username !== '' || url.password !== '')
    return refused('address-refused', 'holds a user name or password; such addresses are not fetched');
  if (url.hostname === '') return refused('address-wrong', 'names no host');
  url.hash = '';
  return { kind: 'address', url };
}

const refused = (code: AddressProblem, message: string): CheckedAddress => ({ kind: 'refused', code, message });

/** The name of a host as it is compared: lower case, without the dot that may end it and without brackets. */
export const hostName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/\.+$/, '')
    .replace(/^\[|\]$/g, '');

/**
 * The address under which a page from `address` is filed: the canonical one that it gives, where that is on the same site and is
 * a page of its own; else `address`. A page of another site could pass for that site's, and one that names its site's front
 * page as every article's address would make versions of one article out of all.
 */
export function filedAddress(address: string, canonical: string | null): string {
  const own = checkAddress(address);
  if (own.kind !== 'address' || canonical === null) return address;
  const named = checkAddress(canonical, own.url);
  if (named.kind !== 'address' || siteOf(named.url) !== siteOf(own.url)) return address;
  return named.url.pathname === '/' && named.url.search === '' ? address : named.url.href;
}

/** The host but for "www.", "m.", "mobile." and "amp.". */
const siteOf = (url: URL): string => hostName(url.hostname).replace(/^(?:www|m|mobile|amp)\./, '');
