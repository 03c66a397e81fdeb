import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'];
/** So many are waited for: what moves for ever is looked at as it is. */
const MOST_FRAMES = 600;
/** The only rule whose answer depends on the theme. */
const COLOURS = 'color-contrast';
/** Of the area on screen that moved, by how far: what web.dev calls good is 0.1. */
const MOST_SHIFT = 0.02;

/** What axe finds in the light theme, and by colours alone in the dark one, a line each. Expected to be nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = (): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // A colour on its way from one theme to the other is neither theme's; what inherits it sets out when it has arrived.
    await page.evaluate(async (most) => {
      const isMoving = () => document.getAnimations().some((one) => one instanceof CSSTransition);
      for (let [frames, still] = [0, 0]; still < 3 && frames < most; frames++) {
        await new Promise((done) => requestAnimationFrame(done));
        still = isMoving() ? 0 : still + 1;
      }
    }, MOST_FRAMES);
    const { violations } = await (theme === 'light' ? axe().withTags(RULES) : axe().withRules(COLOURS)).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, any, all }) => `${id} (${nodes.length}): ${target.join(' ')} ${reason(any, all)}`),
    );
    expect.soft(found, `axe, ${theme} theme`).toEqual([]);
  }
}

const reason = (...checks: { message: string }[][]): string => checks.flat()[0]?.message ?? '';

/** Begins to add up, before the page loads, by how much things jump about that nobody touched. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; what: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : '?'));
        shifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    interface Shift {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
  });
}

/** What jumped since `watchShifts` is less than anybody notices. */
export async function expectStill(page: Page): Promise<void> {
  const shifts = await page.evaluate(
    () => (window as unknown as { shifts: { value: number; what: string[] }[] }).shifts,
  );
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect.soft(sum, `layout shift: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(MOST_SHIFT);
}

/**
 * Nothing is lost beyond the edge of the screen: neither the page nor its body scrolls sideways, and what stands further
 * right is within something of its own that does.
 */
export async function expectNothingBeyondTheEdge(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrollsItself = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
    const isPageItself = (element: Element): boolean =>
      element === document.documentElement || element === document.body || element.parentElement?.id === 'page';
    const isReached = (element: Element): boolean => {
      for (let at = element.parentElement; at && !isPageItself(at); at = at.parentElement) {
        const { textOverflow, clipPath, position } = getComputedStyle(at);
        if (scrollsItself(at) || textOverflow === 'ellipsis') return true;
        if (position === 'absolute' && clipPath !== 'none') return true;
      }
      return false;
    };
    const scrolling = [document.documentElement, ...document.querySelectorAll('#page > [data-scroll]')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} scrolls: ${element.scrollWidth} > ${element.clientWidth}`);
    const outside = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width: own, height } = element.getBoundingClientRect();
        const visible = own > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
        return visible && (right > width + 1 || left < -1) && !isReached(element);
      })
      .map((element) => `outside: ${element.outerHTML.slice(0, 120)}`);
    return [...scrolling, ...outside.slice(0, 5)];
  });
  expect.soft(beyond, `at ${page.viewportSize()?.width ?? 0} px`).toEqual([]);
}

const KEY =
  /\b(?:accounts|audit|catalogue|decisions|delegation|dossiers|frame|grants|imports|intake|lists|operation|people|plans|problems|procedures|quarantine|rates|roles|scenarios|sources|system|table|tokens|ui|units)\.[a-z]\w+/;
// What stands in two braces is a place in the words of a decision.
const UNFILLED = /(?<!\{)\{\w+\}(?!\})|\bundefined\b|\bNaN\b|\[object |\bInvalid Date\b/;
const ENGLISH = /\b(?:Loading|Save|Cancel|Close|Search|Sign in|Target|Rate|Unit|Dossiers?|Procedures?)\b/;

/** The page speaks Vietnamese: marks, no key without its text, no parameter without its value, no English word. */
export async function expectVietnamese(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  const texts = await page.evaluate(() => {
    const named = ['aria-label', 'title', 'placeholder'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...named];
  });
  const all = texts.join('\n');
  expect.soft(all).toMatch(/[ạảấầậắằếềệịọốồộớờợụủứừựỳỷỹđ]/i);
  for (const wrong of [KEY, UNFILLED, ENGLISH]) expect.soft(wrong.exec(all)?.[0] ?? null).toBeNull();
}
