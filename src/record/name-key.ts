/** A name for comparing: without case, diacritics, marks and double spaces. "Zoë O’Hara-Lund" is "zoe o hara lund". */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
