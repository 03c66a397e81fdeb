/** What one can go to by Tab. */
const REACHED =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';
const PAGE = '#page';

/**
 * Remembers where the keyboard is, and gives the way back there. What stood there may be gone by then, a row that was taken away say:
 * the keyboard then goes to what is left beside it, and at the last to the page. It goes nowhere where it has a place already.
 */
export function keyboardBack(): () => void {
  const places: Element[] = [];
  for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) places.push(at);
  return () => {
    if (!isNowhere()) return;
    for (const place of places.filter(({ isConnected }) => isConnected)) if (takes(place)) return;
    const page = document.querySelector(PAGE);
    if (page) takes(page);
  };
}

/** Whether nothing at all holds the keyboard. */
export const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

function takes(place: Element): boolean {
  for (const one of [place, ...(place.matches(PAGE) ? [] : place.querySelectorAll(REACHED))]) {
    if (one instanceof HTMLElement && one.matches(`${REACHED}, ${PAGE}`)) one.focus({ preventScroll: one === place });
    if (!isNowhere()) return true;
  }
  return false;
}
