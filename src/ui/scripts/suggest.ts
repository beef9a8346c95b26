type Suggestion = { title: string; path: string; kindName: string; exact: boolean };

const isSuggestion = (one: unknown): one is Suggestion => typeof one === 'object' && one !== null && 'title' in one && 'path' in one && 'kindName' in one && 'exact' in one;

const listIn = (answer: unknown, name: 'items' | 'similar'): Suggestion[] => {
  const list: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : null;
  return Array.isArray(list) ? list.filter(isSuggestion) : [];
};

const shownAtMost = 8;
const pause = 150;

/** A combobox with a list (ARIA Authoring Practices): the list is only offered, nothing is chosen unless the reader moves to it. */
function offerFor(input: HTMLInputElement, source: string): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-list`;
  list.className = 'kg-suggest';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset['suggestLabel'] ?? '');
  list.hidden = true;
  input.after(list);
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let suggestions: Suggestion[] = [];
  let at = -1;
  let timer: number | undefined;
  let asking = new AbortController();

  const move = (to: number): void => {
    at = to;
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === at));
    const option = list.children[at];
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const open = (wanted: boolean): void => {
    list.hidden = !wanted || suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) move(-1);
  };
  const optionOf = ({ title, path, kindName }: Suggestion, index: number): HTMLElement => {
    const option = document.createElement('li');
    option.id = `${list.id}-${index}`;
    option.setAttribute('role', 'option');
    const kind = document.createElement('small');
    kind.textContent = kindName;
    option.append(`${title} `, kind);
    // The field must not lose the focus before the click arrives.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => location.assign(path));
    return option;
  };
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    let answer: unknown = null;
    try {
      if (typed.length > 1) answer = await (await fetch(`${source}?${new URLSearchParams({ q: typed })}`, { signal: asking.signal })).json();
    } catch {
      // A newer question has taken its place, or the network is away: the form works without suggestions.
      return;
    }
    const found = listIn(answer, 'items');
    suggestions = (found.length > 0 ? found : listIn(answer, 'similar')).toSorted((a, b) => Number(b.exact) - Number(a.exact)).slice(0, shownAtMost);
    list.replaceChildren(...suggestions.map(optionOf));
    move(-1);
    open(document.activeElement === input);
  };

  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), pause);
  });
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    const count = suggestions.length;
    const chosen = suggestions[at];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      open(true);
      // One place before the first and after the last is the field itself.
      move(((at + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && chosen !== undefined) location.assign(chosen.path);
    else if (event.key === 'Escape' && !list.hidden) open(false);
    else return;
    event.preventDefault();
  });
}

/** Suggestions under every search field that names where to ask for them. */
export function offerSuggestions(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) offerFor(input, input.dataset['suggest'] ?? '');
}
