import type { APIRequestContext, Page } from '@playwright/test';
import { ask } from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';

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
  await expect(page.getByRole('tab')).toHaveText([/^Nhập hồ sơ/, /^Biên nhận/, /^Khu cách ly/, /^Tra cứu hồ sơ/]);
  await page.goto('/so-lieu/05680');
  await expect(page.getByText(/Đang xem \d/)).toBeVisible();
  await page.goto('/so-lieu/169');
  await expect(page.getByText('Hồ sơ của đơn vị này ngoài phạm vi của tài khoản')).toBeVisible();
  await context.close();
});
