import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { ask } from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';
import { ADMIN } from './server.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const FIRST = 'con trâu đi trước cái cày';
const OWN = 'suối chảy qua đồi chè xanh';

/** A browser in which nobody is signed in yet. */
function freshBrowser(browser: Browser, baseURL: string | undefined): Promise<BrowserContext> {
  return browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
}

async function signIn(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Somebody who manages accounts of the province and has a password of their own. */
async function colleague(request: APIRequestContext, context: BrowserContext) {
  const username = `dong-nghiep-${Date.now()}`;
  const input = { username, name: 'Đồng nghiệp Hai', password: FIRST, unit: '19' };
  const { createAccount } = await ask<{ createAccount: { id: string } }>(
    request,
    'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }',
    { input },
  );
  await ask(request, 'mutation ($id: ID!) { grantRole(account: $id, role: ADMINISTRATOR, unit: "19") { id } }', {
    id: createAccount.id,
  });
  const page = await context.newPage();
  await page.goto('/doi-mat-khau');
  await signIn(page, { username, password: FIRST });
  await page.getByLabel('Mật khẩu hiện tại').fill(FIRST);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Đổi mật khẩu');
  await context.clearCookies();
  await page.close();
  return { id: createAccount.id, username, password: OWN };
}

test('a window does not go on under the name of who signed in in another one', async ({
  browser,
  request,
  baseURL,
}) => {
  const context = await freshBrowser(browser, baseURL);
  const other = await colleague(request, context);
  const [first, second] = [await context.newPage(), await context.newPage()];
  await first.goto('/he-thong/tai-khoan');
  await signIn(first, ADMIN);
  await settled(first);
  await second.goto('/');
  await settled(second);
  await second.getByRole('button', { name: /^Tài khoản:/ }).click();
  await second.getByRole('menuitem', { name: 'Đăng xuất' }).click();

  await expect(first.getByRole('dialog', { name: 'Đã đăng xuất ở cửa sổ khác' })).toBeVisible();
  await expect(first.getByRole('table')).toBeHidden();
  await first.bringToFront();
  await expectAccessible(first);

  await second.bringToFront();
  await signIn(second, other);
  await expect(first.getByText('Trình duyệt này đã đăng nhập bằng tài khoản khác')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Tải lại trang' })).toBeFocused();
  await first.bringToFront();
  await expectVietnamese(first);
  await expectAccessible(first);
  await expectNothingBeyondTheEdge(first);
  await first.getByRole('button', { name: 'Tải lại trang' }).click();
  await expect(first.getByRole('button', { name: /^Tài khoản:/ })).toContainText('Đồng nghiệp Hai');
  await context.close();
});

test('a grant with a day that cannot be read is not given, and one whose session ended is given after all', async ({
  browser,
  request,
  baseURL,
}) => {
  const context = await freshBrowser(browser, baseURL);
  const other = await colleague(request, context);
  const page = await context.newPage();
  await page.goto(`/he-thong/tai-khoan?account=${other.id}`);
  await signIn(page, ADMIN);
  await page.getByRole('tab', { name: 'Quyền' }).click();
  await page.getByRole('button', { name: 'Cấp quyền' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cấp quyền' });
  const until = dialog.getByLabel('Đến hết ngày');
  await until.fill('31/02/2027');
  await dialog.getByRole('button', { name: 'Cấp quyền' }).click();
  await expect(until).toBeFocused();
  await expect(until).toHaveAttribute('aria-invalid', 'true');
  await expect(until).toHaveValue('31/02/2027');

  await until.fill('30/11/27');
  await context.clearCookies();
  await dialog.getByRole('button', { name: 'Cấp quyền' }).click();
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
  await expect(again).toBeVisible();
  await again.getByLabel('Mật khẩu', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/– 30\/11\/2027/)).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  const { account } = await ask<{ account: { grants: { role: string; to: string | null }[] } }>(
    request,
    'query ($id: ID!) { account(id: $id) { grants { role to } } }',
    { id: other.id },
  );
  expect(account.grants).toContainEqual({ role: 'VIEWER', to: '2027-11-30' });
  await context.close();
});
