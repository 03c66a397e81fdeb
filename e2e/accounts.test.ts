import type { APIRequestContext, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { ask } from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const FIRST = 'con trâu đi trước cái cày';
const OWN = 'suối chảy qua đồi chè xanh';

/** A clerk of Xã Văn Hán in Huyện Đồng Hỷ, made by the administrator; gives the name to sign in with. */
async function clerk(request: APIRequestContext): Promise<string> {
  const username = `van-han-${Date.now()}`;
  const input = { username, name: 'Cán bộ một cửa', password: FIRST, unit: '05680' };
  const { createAccount } = await ask<{ createAccount: { id: string } }>(
    request,
    'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }',
    { input },
  );
  await ask(request, 'mutation ($account: ID!) { grantRole(account: $account, role: CLERK, unit: "05680") { id } }', {
    account: createAccount.id,
  });
  return username;
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

test('a clerk changes the first password, and is offered what a clerk may do', async ({
  browser,
  request,
  baseURL,
}) => {
  const username = await clerk(request);
  const context = await browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/thu-tuc');
  await signIn(page, username, FIRST);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đổi mật khẩu');
  await page.goto('/don-vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đổi mật khẩu');

  await page.getByLabel('Mật khẩu hiện tại').fill(FIRST);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('khác');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Hai lần nhập không giống nhau.')).toBeVisible();
  await page.getByLabel('Nhập lại mật khẩu mới').fill('ngắn');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mật khẩu mới', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');

  await page.goto('/thu-tuc');
  await settled(page);
  await expect(page.getByRole('button', { name: 'Thủ tục mới' })).toHaveCount(0);
  await page.goto('/ho-so');
  await expect(page.getByRole('tab')).toHaveText([
    /^Nhập hồ sơ/,
    /^Biên nhận/,
    /^Cần xử lý/,
    /^Khu cách ly/,
    /^Nguồn dữ liệu/,
    /^Tra cứu hồ sơ/,
  ]);
  await page.goto('/so-lieu/05680');
  await expect(page.getByText(/Đang xem \d/)).toBeVisible();
  await page.goto('/so-lieu/169');
  await expect(page.getByText('Hồ sơ của đơn vị này ngoài phạm vi của tài khoản')).toBeVisible();
  await context.close();
});

/** The code that the app shows now, or after so many half minutes. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 });
}

test('a second factor is set up, asked for, and replaced by a recovery code', async ({ browser, request, baseURL }) => {
  const username = await clerk(request);
  const context = await browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  const sound = async () => {
    await expectVietnamese(page);
    await expectAccessible(page);
    await expectNothingBeyondTheEdge(page);
  };
  await page.goto('/doi-mat-khau');
  await signIn(page, username, FIRST);
  await page.getByLabel('Mật khẩu hiện tại').fill(FIRST);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Đổi mật khẩu');

  await page.goto('/bao-mat');
  await page.getByRole('button', { name: 'Thiết lập' }).click();
  await expect(page.getByRole('img', { name: 'Mã QR để ứng dụng xác thực quét' })).toBeVisible();
  await sound();
  const secret = (await page.locator('[data-secret]').textContent())?.trim() ?? '';
  await page.getByLabel('Mã xác thực').fill('000000');
  await page.getByLabel('Mật khẩu hiện tại').fill(OWN);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Mã xác thực')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Mã xác thực').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  const codes = page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await sound();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  const question = page.getByRole('dialog', { name: 'Bạn chưa cất các mã dự phòng' });
  await sound();
  await question.getByRole('button', { name: 'Ở lại để cất mã' }).click();
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  let warned = 0;
  page.on('dialog', (dialog) => {
    warned++;
    void dialog.dismiss();
  });
  await page.reload({ timeout: 2_000 }).catch(() => undefined);
  expect(warned).toBe(1);
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent())?.trim() ?? '';
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
  await expect(page.getByText('Đang bật. Còn 10 mã dự phòng chưa dùng.')).toBeVisible();
  await expect(page.getByText('phiên này', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');

  await context.clearCookies();
  await page.goto('/thu-tuc');
  await signIn(page, username, OWN);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác thực');
  await expect(page.getByLabel('Mã xác thực')).toBeFocused();
  await expect(page.getByLabel('Mã xác thực')).toHaveAttribute('autocomplete', 'one-time-code');
  await sound();
  await page.goto('/don-vi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhập mã xác thực');
  await page.getByLabel('Mã xác thực').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Mã không đúng');
  await page.getByLabel('Mã xác thực').fill(codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');

  await context.clearCookies();
  await page.goto('/don-vi');
  await signIn(page, username, OWN);
  await page.getByRole('button', { name: 'Dùng mã dự phòng' }).click();
  await page.getByLabel('Mã dự phòng').fill(recovery.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');
  await context.close();
});

test('what a single sign-on came back with is said on the page of the sign-in', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.route('**/auth/options', (route) => route.fulfill({ json: { singleSignOn: { name: 'Cổng của tỉnh' } } }));
  await page.goto('/dang-nhap?problem=unmapped&next=/don-vi');
  await expect(page.getByRole('alert')).toContainText('chưa được cấp quyền nào ở đây');
  const link = page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' });
  await expect(link).toHaveAttribute('href', '/auth/oidc/start?next=%2Fdon-vi');
  await expectAccessible(page);
  await page.goto('/dang-nhap?problem=%3Cb%3E');
  await expect(link).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await context.close();
});

test('after too many tries the sign-in counts down, and is open again by itself', async ({ browser, baseURL }) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({
    storageState: NOBODY,
    locale: 'vi-VN',
    viewport,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.route('**/auth/login', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '6' } }));
  await page.goto('/dang-nhap');
  await signIn(page, 'admin', 'không đúng');
  const button = page.getByRole('button', { name: 'Đăng nhập' });
  await expect(button).toBeDisabled();
  const shown = page.getByRole('alert').locator('[aria-hidden]');
  await expect(shown).toHaveText(/Hãy chờ \d giây/);
  // What is looked at meanwhile takes its time: it counts down to whatever is left, or to the end.
  const seconds = async (): Promise<number> => {
    const [text = ''] = await shown.allTextContents();
    return Number(/Hãy chờ (\d) giây/.exec(text)?.[1] ?? 0);
  };
  const first = await seconds();
  expect(first).toBeGreaterThan(0);
  await expectNothingBeyondTheEdge(page);
  await expect.poll(seconds).toBeLessThan(first);
  await expectAccessible(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(button).toBeEnabled();
  await expect(page.getByRole('status').filter({ hasText: 'Bây giờ có thể thử lại.' })).toBeAttached();
  await context.close();
});
