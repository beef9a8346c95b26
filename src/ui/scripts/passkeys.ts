/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Whether this browser turns the server's questions into its own and back (Web Authentication, level 3): Chrome 129, Firefox 119, Safari 18.4 and later. */
const knowsPasskeys = (): boolean => typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential && 'toJSON' in PublicKeyCredential.prototype;

const send = (path: string, body: unknown): Promise<Response> => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function question<Options>(path: string): Promise<Options> {
  const answer = await send(path, {});
  if (!answer.ok) throw new Error(`asked in vain: ${answer.status}`);
  const read: unknown = await answer.json();
  if (!isQuestion<Options>(read)) throw new Error('the answer is no question');
  return read;
}

/** The browser judges the rest of it. */
const isQuestion = <Options>(read: unknown): read is Options => typeof read === 'object' && read !== null && 'challenge' in read;

const written = (credential: Credential | null): unknown => {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey was chosen');
  return credential.toJSON();
};

async function signIn(): Promise<boolean> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await question('/office/auth/passkey/question'));
  const response = written(await navigator.credentials.get({ publicKey }));
  return (await send('/office/auth/passkey/sign-in', { response })).ok;
}

async function add(name: string): Promise<boolean> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await question('/office/auth/passkey/new-question'));
  const response = written(await navigator.credentials.create({ publicKey }));
  return (await send('/office/auth/passkey/new', { response, name })).ok;
}

/** Shows what only works with scripts, and runs it when its button is pressed. A failure is said in the page's own words. */
function offer(part: HTMLElement, act: () => Promise<boolean>, then: () => void): void {
  const [button, status] = [part.querySelector('button'), part.querySelector('output')];
  if (button === null || status === null) return;
  part.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = '';
    void (async () => {
      const went = await act().catch(() => false);
      button.disabled = false;
      if (went) then();
      else status.textContent = part.dataset['failed'] ?? '';
    })();
  });
}

export function offerPasskeys(): void {
  if (!knowsPasskeys()) return;
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey-sign-in]')) offer(part, signIn, () => location.assign(part.dataset['to'] ?? '/office'));
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey-new]')) {
    const name = part.querySelector('input');
    offer(
      part,
      () => add(name?.value ?? ''),
      () => location.assign('/office/account?done=saved'),
    );
  }
}
