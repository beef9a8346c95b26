/** Beside each heading that has an address of its own: a button that copies it. */
export function offerCopying(): void {
  const { copy, copied } = document.body.dataset;
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
    button.addEventListener('click', () => {
      const address = new URL(location.href);
      address.hash = heading.id;
      void navigator.clipboard.writeText(address.href).then(() => {
        button.classList.add('is-done');
        status.textContent = copied;
        setTimeout(() => {
          button.classList.remove('is-done');
          status.textContent = '';
        }, 2000);
      });
    });
    heading.after(button);
  }
}
