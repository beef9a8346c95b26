type Option = { value: string; text: string };

const isOption = (one: unknown): one is Option =>
  typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string' && 'text' in one && typeof one.text === 'string';

const pause = 150;

/** Fills the list of a field whose records are too many to stand in the page. */
function suggestFor(input: HTMLInputElement, source: string): void {
  const list = document.createElement('datalist');
  list.id = `${input.id}-list`;
  input.after(list);
  input.setAttribute('list', list.id);
  let timer: number | undefined;
  const ask = async (): Promise<void> => {
    try {
      const answer: unknown = await (await fetch(`${source}?${new URLSearchParams({ q: input.value })}`)).json();
      const options = Array.isArray(answer) ? answer.filter(isOption) : [];
      list.replaceChildren(...options.map(({ value, text }) => new Option(text, value)));
    } catch {
      // The field takes the address of a record by hand too.
    }
  };
  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), pause);
  });
}

export function suggestRecords(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest-records]')) suggestFor(input, input.dataset['suggestRecords'] ?? '');
}
