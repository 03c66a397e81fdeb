import { expect, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /^(Tài khoản|Account)/ }).click();
  await page
    .getByRole('menuitem', { name: entry })
    .or(page.getByRole('menuitemradio', { name: entry }))
    .click();
}

/** How bright the ground is that one sees, 0 to 255. */
const brightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [body, root] = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor);
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return Number.NaN;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1, 1);
    for (const colour of [root, body]) {
      context.fillStyle = colour ?? '';
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });

test('English is one click away, stays over a reload and leads back', async ({ page }) => {
  await page.goto('/');
  await choose(page, 'English');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page).toHaveTitle(/^Overview/);
  await page.goto('/don-vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Units');
  await choose(page, 'Tiếng Việt');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
});

test('the dark theme is chosen once, and stays whatever the system says', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await brightness(page)).toBeGreaterThan(200);
  await choose(page, 'Giao diện tối');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await brightness(page)).toBeLessThan(60);
  await page.reload();
  await settled(page);
  expect(await brightness(page)).toBeLessThan(60);
  await choose(page, 'Theo hệ thống');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('nobody who chose the dark theme sees a white flash before the console runs', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  // The scripts of the console never come: what is painted now is what one sees first.
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/');
  await expect(page.locator('#app')).toBeEmpty();
  expect(await brightness(page)).toBeLessThan(60);
});
