import { ADMIN } from './server.ts';
import { draftPlan } from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

/** The thing that has the keyboard is on the screen and marked: by an outline of its own or of the field around it. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return 'the keyboard is nowhere';
        const { left, top, right, bottom } = at.getBoundingClientRect();
        if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return 'beyond the screen';
        const marked = [at, at.parentElement].some((element) => {
          const { outlineStyle, outlineWidth } = element
            ? getComputedStyle(element)
            : { outlineStyle: '', outlineWidth: '' };
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        return marked ? 'seen' : `not marked: ${at.outerHTML.slice(0, 100)}`;
      }),
    )
    .toBe('seen');
}

/** After a page has changed the keyboard is at its top, not nowhere. */
async function expectFocusKept(page: Page): Promise<void> {
  await expect(page.locator('body')).not.toBeFocused();
}

async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60 && !(await reached()); presses++) {
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
  }
  expect(await reached(), 'reached with Tab').toBe(true);
}

const isOn = (page: Page, selector: string) => (): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

test.describe('somebody who has not signed in', () => {
  test.use({ storageState: NOBODY });

  test('signs in without a mouse', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByLabel('Tên đăng nhập')).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.type(ADMIN.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADMIN.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');
    await expectFocusKept(page);
  });
});

const LETTERS = [
  ['d', 'Đơn vị'],
  ['p', 'Thủ tục'],
  ['m', 'Danh mục'],
  ['g', 'Giao chỉ tiêu'],
  ['h', 'Hồ sơ'],
  ['t', 'Tổng quan'],
] as const;

test('g and a letter go to every place, ? lists the keys', async ({ page }) => {
  await page.goto('/khong-co');
  await settled(page);
  for (const [letter, title] of LETTERS) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('#page')).toBeFocused();
  }
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Phím tắt' });
  for (const [, title] of LETTERS) await expect(list.getByText(title, { exact: true })).toBeVisible();
  await expectFocusSeen(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expectFocusKept(page);
});

test('/ goes to the search, and letters typed there go nowhere else', async ({ page }) => {
  await page.goto('/don-vi');
  await settled(page);
  await page.keyboard.press('/');
  await expectFocusSeen(page);
  await page.keyboard.type('gh?');
  await expect(page.getByRole('searchbox')).toHaveValue('gh?');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('the first Tab leads past the places to the content', async ({ page }) => {
  await page.goto('/don-vi');
  await settled(page);
  await page.keyboard.press('Tab');
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();
});

const TABLES = [
  { name: 'Đơn vị', path: '/don-vi?kind=COMMUNE', inspector: /^(Phường|Xã|Thị trấn)/ },
  { name: 'Thủ tục', path: '/thu-tuc', inspector: /.+/ },
  { name: 'Danh mục', path: '/danh-muc', inspector: /.+/ },
  { name: 'Hồ sơ', path: '/ho-so?tab=receipts', inspector: /.+/ },
];

for (const { name, path, inspector } of TABLES) {
  test(`the table of ${name} is walked through, a row opened and closed again`, async ({ page }) => {
    await page.goto(path);
    await settled(page);
    await tabTo(page, isOn(page, '[data-row]'));
    for (const key of ['ArrowDown', 'End', 'Home', 'PageDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      await expectFocusSeen(page);
      expect(await isOn(page, '[data-row]')()).toBe(true);
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('complementary', { name: inspector });
    await expect(pane).toBeFocused();
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
    await page.keyboard.press('Escape');
    await expect(pane).toBeHidden();
    await expectFocusSeen(page);
    expect(await isOn(page, '[data-row]')(), 'back in the row one came from').toBe(true);
  });
}

test('the tree of units opens, closes and finds by arrows and letters', async ({ page }) => {
  await page.goto('/don-vi');
  await settled(page);
  await tabTo(page, isOn(page, '[role=treeitem]'));
  const focused = page.locator('[role=treeitem]:focus');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-level', '2');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
  const district = await focused.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-level', '3');
  await expectFocusSeen(page);
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveText(district);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/under=/);
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect(focused).toHaveText(district);
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
});

test('a plan is filled in with the keyboard alone', async ({ page, request }) => {
  await page.goto(`/giao-chi-tieu/${await draftPlan(request)}`);
  await settled(page);
  const column = await page.getByRole('columnheader', { name: /^Chỉ tiêu %/ }).getAttribute('aria-colindex');
  const cell = (row: number) => page.locator(`tr[aria-rowindex="${row + 1}"] [aria-colindex="${column ?? ''}"]`);
  await tabTo(page, isOn(page, '[data-cell]'));
  await page.keyboard.press('Control+Home');
  for (let steps = 1; steps < Number(column); steps++) await page.keyboard.press('ArrowRight');
  await expect(cell(1)).toBeFocused();
  await expectFocusSeen(page);

  await page.keyboard.type('55');
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expect(cell(1)).toHaveText('55,00');
  await expect(cell(2)).toBeFocused();
  await page.keyboard.type('55,5');
  await page.keyboard.press('ArrowDown');
  await expect(cell(2)).toHaveText('55,50');
  await page.keyboard.type('60.25');
  await page.keyboard.press('Enter');
  await expect(cell(3)).toHaveText('60,25');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(cell(3)).toHaveText('60,20');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+D');
  await expect(cell(5)).toHaveText('60,20');
  await page.keyboard.press('Control+Z');
  await expect(cell(4)).toHaveText('—');
  await expect(cell(3)).toHaveText('60,20');
  await page.keyboard.press('Control+Y');
  await expect(cell(5)).toHaveText('60,20');
  await page.keyboard.press('Delete');
  await expect(cell(5)).toHaveText('—');
  await expect(cell(3)).toHaveText('—');

  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '101' })).toBeVisible();
  await expectFocusSeen(page);
  await page.keyboard.press('Escape');
  await expect(cell(3)).toHaveText('—');
  await expect(cell(3)).toBeFocused();
  await page.keyboard.press('Control+Z');
  await expect(cell(3)).toHaveText('60,20');
  await expect(page.getByText(/^Đã lưu \d/)).toBeVisible();
});

test('who takes out what held the keyboard is left on the page, not nowhere', async ({ page }) => {
  await page.goto('/danh-muc/quyet-dinh-moi?list=QD402');
  await settled(page);
  await page.getByRole('button', { name: 'Thêm dòng' }).click();
  const remove = page.getByRole('button', { name: 'Bỏ dòng 1', exact: true });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await expectFocusKept(page);
});
