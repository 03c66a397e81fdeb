import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, settled, test } from './console.ts';

/** What the portal has: ten dossiers that changed an hour ago. */
const DOSSIERS = Array.from({ length: 10 }, (_, n) => ({
  MaHoSo: `H55.31.25-220831-77${String(n).padStart(2, '0')}`,
  MaTTHC: '2.000815',
  KenhThucHien: '2',
  NgayTiepNhan: '20220831080000',
  NgayHenTra: '20220831170000',
  TrangThaiHoSo: '2',
}));

/** A portal that answers as a real one does: a session at /login, what changed by time and page at /g. */
async function openPortal(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { trang, tuNgay = '', denNgay = '', ...question } = JSON.parse(body) as Record<string, string>;
      const at = new Date(Date.now() - 3_600_000 + 7 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
      const isThere = trang === '1' && at >= tuNgay && at < denNgay;
      const result = isThere ? DOSSIERS.map((row) => ({ ...row, ThoiGianCapNhat: at })) : [];
      const isRight = question['password'] === 'Mat-khau-cong';
      const reply =
        request.url === '/login'
          ? { error_code: isRight ? '0' : '1', session: isRight ? 's1' : null }
          : { error_code: '0', result, total: at >= tuNgay && at < denNgay ? DOSSIERS.length : 0 };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

test('a portal is set up to be read, is read, says why it cannot be, and is read again from a day on', async ({
  page,
}) => {
  const portal = await openPortal();
  await page.goto('/ho-so?tab=sources');
  await settled(page);
  await page.getByRole('link', { name: 'Thêm nguồn' }).first().click();
  await page.getByLabel('Tên nguồn').fill('Cổng dịch vụ công đọc thử');
  await page.getByLabel('Thêm đơn vị được gửi thay').fill('19');
  await expect(page.locator('[role=option]').first()).toContainText('19');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Cách nhận dữ liệu').selectOption({ label: 'Đọc từ cổng dịch vụ công (API)' });
  await page.getByRole('button', { name: 'Tạo nguồn' }).click();
  await expect(page.getByLabel('Địa chỉ')).toBeFocused();
  await page.getByLabel('Địa chỉ').fill(portal.address);
  await page.getByLabel('Tên đăng nhập').fill('h55');
  await page.getByLabel('Mật khẩu').fill('sai-mat-khau');
  const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  await page.getByLabel('Lần đầu đọc từ ngày').fill(yesterday);
  await page.getByRole('button', { name: 'Tạo nguồn' }).click();

  const pulling = page.getByRole('region', { name: 'Đọc dữ liệu từ nguồn' });
  await expect(pulling.getByText('Không cho đăng nhập: kiểm tra tên và mật khẩu.')).toBeVisible();
  await expect(pulling.getByRole('status')).toContainText('Chờ sau lỗi đến');
  await pulling.getByRole('button', { name: 'Sửa cách đọc' }).click();
  await page.getByRole('dialog').getByLabel('Mật khẩu').fill('Mat-khau-cong');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await expect(pulling.getByText('10 dòng: 10 mới, 0 cập nhật, 0 không đổi')).toBeVisible();
  await expect(pulling.getByRole('status')).toContainText('Đang nghỉ');

  await pulling.getByRole('button', { name: 'Đọc lại…' }).click();
  await page.getByRole('dialog').getByLabel('Đọc lại từ ngày').fill(yesterday);
  await page.getByRole('dialog').getByRole('button', { name: 'Đọc lại' }).click();
  await expect(pulling.getByText(/10 không đổi/)).toBeVisible();
  await pulling
    .getByRole('link', { name: /\d\d:\d\d/ })
    .first()
    .click();
  await expect(page.getByRole('complementary')).toContainText('Cổng dịch vụ công đọc thử');
  await portal.close();
});
