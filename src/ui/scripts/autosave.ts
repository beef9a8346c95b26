/** How long after the last key something typed waits to be saved, and how long after a failure it is tried again. */
const pause = 1500;
const tryAgain = 5000;

type Answer = { version: number; saved: string };

const isAnswer = (one: unknown): one is Answer =>
  typeof one === 'object' && one !== null && 'version' in one && typeof one.version === 'number' && 'saved' in one && typeof one.saved === 'string';

/** A draft that saves itself: the form is sent as it is, and the state of saving always stands beside its buttons. */
function keepSaved(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('[data-save-state]');
  const version = form.querySelector<HTMLInputElement>('input[name="version"]');
  const compare = form.querySelector<HTMLElement>('[data-stale-button]');
  if (state === null || version === null) return;
  let timer: number | undefined;
  let isChanged = false;
  let isSaving = false;
  let isStale = false;

  const say = (name: 'unsaved' | 'saving' | 'saved' | 'failed' | 'stale', text: string | undefined): void => {
    state.dataset['state'] = name;
    if (text !== undefined && state.textContent !== text) state.textContent = text;
  };
  const later = (ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  };
  const failed = (): void => {
    isChanged = true;
    say('failed', form.dataset['failed']);
    later(tryAgain);
  };
  const save = async (): Promise<void> => {
    if (isSaving || isStale || !isChanged) return;
    isSaving = true;
    isChanged = false;
    say('saving', form.dataset['saving']);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.append('autosave', '1');
    try {
      const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
      const answer: unknown = response.headers.get('content-type')?.startsWith('application/json') === true ? await response.json() : null;
      if (response.status === 409) {
        isStale = true;
        isChanged = true;
        say('stale', form.dataset['stale']);
        if (compare !== null) compare.hidden = false;
      } else if (response.ok && isAnswer(answer)) {
        version.value = String(answer.version);
        if (location.pathname !== new URL(form.action).pathname) history.replaceState(null, '', form.action);
        if (isChanged) later(pause);
        else say('saved', answer.saved);
      } else failed();
    } catch {
      // The network is away: what was typed stays in the page and is tried again.
      failed();
    }
    isSaving = false;
  };
  const changed = (): void => {
    isChanged = true;
    if (isStale) return;
    say('unsaved', form.dataset['unsaved']);
    later(pause);
  };

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => {
    isChanged = false;
    window.clearTimeout(timer);
  });
  window.addEventListener('beforeunload', (event) => {
    if (isChanged || isSaving) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || (!event.ctrlKey && !event.metaKey) || event.altKey) return;
    event.preventDefault();
    isChanged = true;
    void save();
  });
}

export function keepDraftsSaved(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepSaved(form);
}
