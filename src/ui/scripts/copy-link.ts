async function copyAddressOf(heading: HTMLElement, button: HTMLElement, status: HTMLElement, copied: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = heading.id;
  try {
    await navigator.clipboard.writeText(address.href);
  } catch {
    // Where copying is forbidden, the address bar shows the link instead.
    location.hash = heading.id;
    return;
  }
  button.classList.add('is-done');
  status.textContent = copied;
  setTimeout(() => {
    button.classList.remove('is-done');
    status.textContent = '';
  }, 2000);
}

/** Beside each heading that has an address of its own: a button that copies it. The words come with the page, in its language. */
export function offerCopying(): void {
  const { copy, copied } = document.body.dataset;
  // Browsers hide the clipboard from pages without https.
  if (copy === undefined || copied === undefined || !('clipboard' in navigator)) return;
  const status = document.createElement('p');
  status.className = 'kg-vh';
  status.setAttribute('role', 'status');
  document.querySelector('main')?.append(status);
  for (const heading of document.querySelectorAll<HTMLElement>('main h2[id]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'kg-copy';
    button.setAttribute('aria-label', copy.replace('{}', heading.textContent.trim()));
    button.addEventListener('click', () => void copyAddressOf(heading, button, status, copied));
    const row = document.createElement('div');
    row.className = 'kg-headed';
    heading.replaceWith(row);
    row.append(heading, button);
  }
}
