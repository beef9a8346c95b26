import { passwordLength } from './auth-rules.ts';

const often = ['password', 'haslo', 'hasło', 'qwerty', 'zaq1', '1234567', 'abcdef', 'admin', 'krakow', 'kraków', 'koga'];

/** What is wrong with a new password, null where nothing is: long enough, and neither one's own name nor an often used word filled up with figures (NIST SP 800-63B, 5.1.1.2). */
export function passwordProblem(password: string, own: readonly string[]): 'short' | 'long' | 'easy' | null {
  const letters = Array.from(password);
  if (letters.length < passwordLength.min) return 'short';
  if (password.length > passwordLength.max) return 'long';
  if (new Set(letters).size < 5) return 'easy';
  const plain = password.toLowerCase();
  const words = [...often, ...own.flatMap((text) => text.toLowerCase().split(/[\s@.]+/))].filter((word) => word.length > 3);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain).replace(/[\d\W_]+/g, '');
  return rest.length < 4 && words.some((word) => plain.includes(word)) ? 'easy' : null;
}
