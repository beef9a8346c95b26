/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
const key = 'theme';

// Reading the store throws where the reader has forbidden it; the page then follows the system.
function keptTheme(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepTheme(theme: string): void {
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Not kept, but set for this page.
  }
}

function setTheme(theme: string | null): void {
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
}

export function useKeptTheme(): void {
  setTheme(keptTheme());
}

/** Shows the switch in the footer. No cookie: the choice stays in this browser. */
export function offerThemes(): void {
  const group = document.querySelector<HTMLElement>('[data-theme-switch]');
  if (!group) return;
  const buttons = [...group.querySelectorAll('button')];
  const show = (theme: string): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === theme));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      keepTheme(button.value);
      setTheme(button.value);
      show(button.value);
    });
  show(keptTheme() ?? 'system');
  group.hidden = false;
}
