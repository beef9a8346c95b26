import { parseEdtf } from '#basics/edtf.ts';
import { dateInWords } from '#lang/dates.ts';

/** Says below a date what is understood of it, while it is typed. */
export function readDates(): void {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'pl';
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['read'] !== 'date') return;
    const words = document.getElementById(`${target.id}-read`);
    const text = target.value.trim();
    if (words !== null) words.textContent = parseEdtf(text) === null ? '' : dateInWords(text, lang);
  });
}
