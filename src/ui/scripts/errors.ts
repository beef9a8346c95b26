/** A form that came back with errors: what is wrong is read first. */
export function followErrors(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}
