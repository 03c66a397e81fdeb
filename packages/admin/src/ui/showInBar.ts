/** Scrolls a bar of tabs sideways until the one that a selector finds is in sight. The page itself stays where it is. */
export function showInBar(bar: Element | null | undefined, selector: string): void {
  const tab = bar?.querySelector(selector);
  if (!bar || !tab) return;
  const [around, own] = [bar.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (own.left < around.left) bar.scrollLeft -= around.left - own.left;
  else if (own.right > around.right) bar.scrollLeft += own.right - around.right;
}
