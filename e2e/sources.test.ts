import type { APIRequestContext } from '@playwright/test';
import { expect, settled, test } from './console.ts';

/** What a one-stop system says, in the envelope that it sends to the national portal; proxies make text of it. */
async function say(
  request: APIRequestContext,
  path: string,
  body: object,
): Promise<{ error_code: string; session?: string }> {
  const response = await request.post(`/lgsp/${path}`, {
    data: JSON.stringify(body),
    headers: { 'content-type': 'text/plain; charset=utf-8', cookie: '' },
  });
  expect(response.status()).toBe(200);
  return (await response.json()) as { error_code: string; session?: string };
}

const dossier = (code: string, more: Record<string, string> = {}) => ({
  MaHoSo: code,
  MaTTHC: '2.000815',
  KenhThucHien: '2',
  ChuHoSo: 'Trần Thị B',
  NgayTiepNhan: '20220831080000',
  NgayHenTra: '20220831170000',
  TrangThaiHoSo: '2',
  NgayKetThucXuLy: '',
  ...more,
});

test('a one-stop system is set up, speaks as it does to the portal, is seen, and one of its codes is told', async ({
  page,
  request,
}) => {
  await page.goto('/ho-so?tab=sources');
  await settled(page);
  await page.getByRole('link', { name: 'Thêm nguồn' }).first().click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Hãy chọn ít nhất một đơn vị.')).toBeVisible();
  await page.getByLabel('Tên nguồn').fill('Một cửa thành phố');
  await page.getByLabel('Thêm đơn vị được gửi thay').fill('164');
  await expect(page.locator('[role=option]').first()).toContainText('164');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Gửi thay cho' })).toContainText('Thái Nguyên');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Tên đăng nhập').fill('motcua.tptn');
  await page.getByLabel('Mật khẩu').fill('Mot-cua-2022');
  await page.getByRole('button', { name: 'Tạo nguồn' }).click();
  await expect(page.getByLabel('Địa chỉ nhập vào hệ thống một cửa')).toHaveValue(/\/lgsp$/);
  await page.getByRole('button', { name: 'Gửi thử' }).click();
  await expect(page.getByText('Thông suốt')).toBeVisible();

  const { session } = await say(request, 'login', { username: 'motcua.tptn', password: 'Mot-cua-2022' });
  const send = (service: string, data: object[], isUpdating = 'False') =>
    say(request, 'g', { session, madonvi: '000.00.00.H55', service, isUpdating, data });
  const unknown = '000.77.999.H55-220831-0001';
  expect(await send('DongBoHoSoMC', [dossier(unknown, { DonViXuLy: 'UBND phường Tân Thịnh ABC' })])).toMatchObject({
    error_code: '0',
  });
  const report = { MaHoSo: unknown, NguoiXuLy: 'Cán bộ', ThoiDiemXuLy: '20220831103000', TrangThai: '10' };
  expect(await send('CapNhatTienDoHoSoMC', [report])).toMatchObject({ error_code: '0' });

  await page.getByRole('link', { name: 'Xem nguồn' }).click();
  await settled(page);
  await expect(page.getByText('1 tiến độ chờ hồ sơ')).toBeVisible();
  const unknowns = page.getByRole('listitem').filter({ hasText: 'H55.999.77' });
  await expect(unknowns).toContainText('1 dòng chờ');
  await unknowns.getByRole('button', { name: 'Gán nghĩa' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Đơn vị', { exact: true }).fill('05503');
  await expect(page.locator('[role=option]').first()).toContainText('05503');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã nhận thêm 1 hồ sơ đang chờ.')).toBeVisible();
  await expect(page.getByText('Mã chưa ai biết')).toHaveCount(0);
  await expect(page.getByText(/dữ liệu mới nhất [\d.]+ ngày trước \(31\/08\/2022\)/)).toBeVisible();
  await page
    .getByRole('link', { name: /\d\d:\d\d/ })
    .first()
    .click();
  await expect(page.getByRole('complementary')).toContainText('Một cửa thành phố');
});
