import { expect, settled, test } from './console.ts';

const YEAR = 'from=2022-01-01&to=2022-12-31';

test('the national set is counted from the indicators, and says what would be worth most', async ({ page }) => {
  await page.goto(`/bao-cao?${YEAR}`);
  await page.getByRole('navigation', { name: 'Các phần của báo cáo' }).getByRole('link', { name: 'Bộ chỉ số' }).click();
  await expect(page).toHaveURL(/bo-chi-so/);
  await settled(page);
  const first = page.locator('tr[data-row="0"]');
  await expect(first).toContainText(/\d+(,\d+)? \/ 12/);
  await first.focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary');
  await expect(pane.getByText('min(6; 6×C/0,5)')).toBeVisible();
  await expect(pane.getByText(/thêm [\d,]+ điểm nếu có thêm [\d.]+ (hồ sơ|dịch vụ)/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();
});

test('a set is written with a formula that is mended, and a number with its evidence is given to a unit', async ({
  page,
}) => {
  await page.goto('/bao-cao/bo-chi-so/moi');
  await page.getByLabel('Mã bộ chỉ số').fill('cchc_2023');
  await page.getByLabel('Tên bộ chỉ số').fill('Cải cách hành chính 2023');
  await page.getByRole('button', { name: 'Thêm đầu vào' }).click();
  await page.getByLabel('Là gì').fill('Điểm điều tra xã hội học');
  await page.getByLabel('Lấy từ đâu').selectOption({ label: 'Nhập tay, kèm minh chứng' });
  await page.getByLabel('Tên thành phần').fill('Điều tra xã hội học');
  await page.getByLabel('Điểm tối đa').fill('10');
  const formula = page.getByLabel('Công thức', { exact: true });
  await formula.fill('min(10, A)');
  await page.getByRole('button', { name: 'Lưu bản mới' }).click();
  await expect(page.getByText(/Công thức không hiểu “,”/)).toBeVisible();
  await expect(formula).toBeFocused();
  await formula.fill('min(10; A/0)');
  await page.getByRole('button', { name: 'Tính thử' }).click();
  await expect(page.getByText('Công thức chia cho 0')).toBeVisible();
  await formula.fill('min(10; A)');
  await page.getByRole('button', { name: 'Tính thử' }).click();
  await expect(page.getByText('Chưa đơn vị nào có đủ số liệu để xếp hạng')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu bản mới' }).click();
  await expect(page).toHaveURL(/set=CCHC_2023/);
  await settled(page);

  await page.locator('tr[data-row="0"]').click();
  const pane = page.getByRole('complementary');
  await expect(pane.getByText('Chưa xếp hạng: còn thành phần chưa có số liệu.')).toBeVisible();
  await pane.getByRole('button', { name: 'Nhập số liệu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giá trị').fill('7,5');
  await dialog.getByRole('button', { name: 'Nhập số liệu' }).click();
  await expect(dialog.getByText(/Cần nêu minh chứng/)).toBeVisible();
  await dialog.getByLabel('Minh chứng').fill('Kết quả điều tra của Sở Nội vụ.');
  await dialog.getByRole('button', { name: 'Nhập số liệu' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(pane.getByText('7,50 / 10').first()).toBeVisible();
  await expect(page.locator('tr[data-row="0"]')).toContainText('7,5 / 10');
});
