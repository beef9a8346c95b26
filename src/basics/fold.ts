const letters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ə: 'e', ς: 'σ' };

// Twice: taken apart, some signs become capitals (`™` is TM) and some small letters come apart again.
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/** Text as search sees it, for index and query alike: small letters, no marks, letters that Unicode does not take apart (`ł ø đ ð ß æ œ þ ı` …) written plainly, one blank between words. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[łøđðßæœþıħŧəς]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
