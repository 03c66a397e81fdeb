import { readFileSync } from 'node:fs';
import { ask } from './api.ts';
import { expect, settled, test } from './console.ts';

test.describe('the audit trail', () => {
  test('is narrowed in the address, looked at closely by keyboard alone, and saved as CSV', async ({
    page,
    request,
  }) => {
    await ask(request, 'mutation { setUnitAliases(unit: "05680", aliases: ["=H55.35.08", "Văn Hán"]) { code } }');
    await ask(request, 'mutation { setUnitAliases(unit: "05680", aliases: ["H55.35.08"]) { code } }');
    await page.goto('/he-thong/nhat-ky');
    await settled(page);
    await page.getByLabel('Về bản ghi').fill('UNIT:05680');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/about=UNIT:05680|about=UNIT%3A05680/);
    await page.getByRole('combobox', { name: 'Việc' }).click();
    await page.getByRole('option', { name: 'Sửa mã định danh, tên gọi khác của đơn vị' }).click();
    await expect(page).toHaveURL(/act=ALIASES_SET/);
    const first = page.locator('tr[data-row="0"]');
    await expect(first).toContainText('đơn vị 05680');
    await first.focus();
    await page.keyboard.press('Enter');
    const inspector = page.getByRole('complementary', { name: /^Dòng / });
    await expect(inspector).toContainText('=H55.35.08, Văn Hán');
    await expect(inspector.getByRole('link', { name: 'Mở bản ghi' })).toHaveAttribute('href', /\/don-vi\?unit=05680/);
    await page.reload();
    await expect(inspector).toContainText('Mã định danh, tên gọi khác');
    await page.keyboard.press('Tab');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu CSV' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text).toMatch(/^\ufeff"\p{Lu}[^"]+","\p{Lu}[^"]+"/u);
    expect(text).toContain('ALIASES_SET');
    expect(text).not.toMatch(/"[=+\-@]/);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await expect(page).not.toHaveURL(/act=/);
  });

  test('says whether its chain is whole, once it was verified', async ({ page }) => {
    await page.goto('/he-thong/nhat-ky');
    await settled(page);
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await expect(page.getByText(/Nhật ký còn nguyên vẹn: [\d.]+ dòng/)).toBeVisible();
  });

  test('is the time line of a record, fetched when it is opened', async ({ page }) => {
    await page.goto('/don-vi?unit=05680&view=aliases');
    await settled(page);
    const fold = page.getByRole('button', { name: 'Lịch sử thay đổi' });
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await fold.press('Enter');
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText(/sửa mã định danh, tên gọi khác của đơn vị 05680/).first()).toBeVisible();
  });
});

test('the health of the server names the version, the database and the room on the disk', async ({ page }) => {
  await page.goto('/he-thong/tinh-trang');
  await settled(page);
  await expect(page.getByText(/^PostgreSQL \d+\.\d+ · đi kèm sản phẩm$/)).toBeVisible();
  await expect(page.getByText('Đĩa còn trống')).toBeVisible();
});

test('a backup is made, watched and checked', async ({ page }) => {
  await page.goto('/he-thong/sao-luu');
  await settled(page);
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  const row = page.locator('tr[data-row="0"]');
  await expect(row).toContainText(/chi-tieu-\d{8}-\d{6}\.ctb/, { timeout: 60_000 });
  await expect(row).toContainText('bảng điều khiển');
  await row.getByRole('button', { name: /^Kiểm tra chi-tieu/ }).click();
  await expect(row.getByText('nguyên vẹn')).toBeVisible();
});
