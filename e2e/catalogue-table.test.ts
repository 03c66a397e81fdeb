import { expect, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

const rows = (page: Page) => page.locator('tr[data-row]');
const firstCode = (page: Page) => page.locator('tr[data-row="0"] .figure').first();
const queryOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);
const pick = async (page: Page, label: RegExp, option: RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

test('filters with counts, order and columns stand in the address, and a view brings them back', async ({ page }) => {
  await page.goto('/thu-tuc');
  await settled(page);
  await pick(page, /^Cấp/, /^Xã \(\d+\)/);
  await page.getByRole('button', { name: 'Tên thủ tục' }).click();
  await expect.poll(() => queryOf(page)).toEqual({ tier: 'COMMUNE', sort: 'name' });
  await page.getByRole('button', { name: /^Cột/ }).click();
  await page.getByLabel('Phiên bản').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Phiên bản' })).toBeVisible();
  await settled(page);
  const before = await firstCode(page).innerText();

  await page.getByRole('button', { name: /^Khung nhìn/ }).click();
  await page.getByLabel('Tên khung nhìn').fill('Cấp xã theo tên');
  await page.getByRole('button', { name: 'Lưu khung nhìn này' }).click();
  await expect(page.getByRole('button', { name: 'Cấp xã theo tên', exact: true })).toBeVisible();

  await page.goto('/thu-tuc');
  await settled(page);
  // The columns are this browser's.
  await expect(page.getByRole('columnheader', { name: 'Phiên bản' })).toBeVisible();
  await page.getByRole('button', { name: /^Khung nhìn/ }).click();
  await page.getByRole('button', { name: 'Cấp xã theo tên', exact: true }).click();
  await expect.poll(() => queryOf(page)).toMatchObject({ tier: 'COMMUNE', sort: 'name' });
  await settled(page);
  await expect(firstCode(page)).toHaveText(before);
  await page.getByRole('button', { name: /^Khung nhìn/ }).click();
  await page.getByRole('button', { name: 'Xóa khung nhìn Cấp xã theo tên' }).click();
  await expect(page.getByText('Chưa có khung nhìn nào được lưu.')).toBeVisible();
});

test('rows are marked with the keyboard and changed together, after a sentence', async ({ page }) => {
  await page.goto('/thu-tuc?sort=code');
  await settled(page);
  await rows(page).first().focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Sửa hàng loạt: 3 thủ tục đã chọn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giá trị mới').fill('Lĩnh vực thử');
  await expect(dialog.locator('[data-sentence]')).toHaveText(
    'Đổi lĩnh vực của 3 thủ tục thành Lĩnh vực thử; 0 thủ tục đã như vậy.',
  );
  await dialog.getByRole('button', { name: 'Thực hiện' }).click();
  await expect(page.getByText('Đã sửa 3 thủ tục')).toBeVisible();
});

test('what the table shows is downloaded as a file', async ({ page }) => {
  await page.goto('/thu-tuc?search=khai+sinh');
  await settled(page);
  await page.getByRole('button', { name: 'Tải xuống' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Tệp CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^thu-tuc-\d{4}-\d\d-\d\d\.csv$/);
});
