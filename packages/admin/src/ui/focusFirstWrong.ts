/** Takes the keyboard to the first field of a form that is marked as wrong; says whether there is one. */
export function focusFirstWrong(form: Element | null | undefined): boolean {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  return field !== null && field !== undefined;
}
