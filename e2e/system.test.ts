import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { ask } from './api.ts';
import { expect, NOBODY, settled, test } from './console.ts';

const OWN = 'suối chảy qua đồi chè xanh';

/** A page of somebody who was never here. */
async function stranger(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
  return context.newPage();
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Chooses a unit by typing its name without marks. */
async function chooseUnit(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name }).first().click();
}

/** The day so many days from now, as the API writes it. */
const inDays = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

async function makeAccount(
  request: APIRequestContext,
  facts: { username: string; name: string; unit: string },
): Promise<string> {
  const { createAccount } = await ask<{ createAccount: { id: string } }>(
    request,
    'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }',
    { input: { ...facts, password: 'con trâu đi trước cái cày' } },
  );
  return createAccount.id;
}

test('an account is made, must change its password, is given a role, stands in for nobody else, and is closed', async ({
  page,
  browser,
  baseURL,
}) => {
  const username = `moi-${Date.now()}`;
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/he-thong\/tai-khoan/);
  await page.getByRole('button', { name: 'Tài khoản mới' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(dialog.getByText('Hãy chọn một đơn vị trong danh sách gợi ý.')).toBeVisible();
  await expect(dialog.getByText('Hãy nhập họ tên.')).toBeVisible();
  await expect(dialog.getByText('Hãy nhập tên đăng nhập.')).toBeVisible();
  await expect(dialog.getByLabel('Họ tên')).toBeFocused();
  await dialog.getByLabel('Họ tên').fill('Nguyễn Thị Mới');
  await page.mouse.click(20, 400);
  await expect(dialog.getByLabel('Họ tên')).toHaveValue('Nguyễn Thị Mới');
  await chooseUnit(page, 'Đơn vị', 'van han', 'Xã Văn Hán');
  await dialog.getByLabel('Tên đăng nhập').fill('ai đó!');
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(dialog.getByText(/Tên đăng nhập gồm 1 đến 60/)).toBeVisible();
  await expect(dialog.getByLabel('Tên đăng nhập')).toBeFocused();
  await dialog.getByLabel('Tên đăng nhập').fill(username);
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const secret = dialog.getByLabel('Mật khẩu dùng một lần');
  await expect(secret).toHaveValue(/^\w{5}(-\w{5}){3}$/);
  const password = await secret.inputValue();
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();

  const inspector = page.getByRole('complementary', { name: 'Nguyễn Thị Mới' });
  await expect(inspector.getByText('Cán bộ một cửa')).toBeVisible();
  await expect(inspector.getByText('Chờ đổi mật khẩu')).toBeVisible();

  const own = await stranger(browser, baseURL);
  await signIn(own, username, password);
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Đổi mật khẩu');
  await own.getByLabel('Mật khẩu hiện tại').fill(password);
  await own.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
  await own.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
  await own.keyboard.press('Enter');
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');
  await expect(own.getByRole('link', { name: 'Hệ thống' })).toHaveCount(0);
  await own.goto('/he-thong/tai-khoan');
  await expect(own.getByText('Mục này cần quyền mà tài khoản của bạn chưa có')).toBeVisible();

  await inspector.getByRole('button', { name: 'Cấp quyền' }).click();
  await dialog.getByRole('button', { name: 'Cấp quyền' }).click();
  await expect(inspector.getByText('Người xem')).toBeVisible();
  await inspector.getByRole('button', { name: 'Cấp quyền' }).click();
  await dialog.getByRole('button', { name: 'Cấp quyền' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');

  await inspector.getByRole('button', { name: /^Thu hồi quyền: Người xem/ }).click();
  await dialog.getByRole('button', { name: 'Thu hồi quyền' }).click();
  await expect(inspector.getByText('Người xem')).toHaveCount(0);

  await page.reload();
  await inspector.getByRole('tab', { name: /Phiên đăng nhập/ }).click();
  await inspector.getByRole('button', { name: 'Kết thúc mọi phiên' }).click();
  await dialog.getByRole('button', { name: 'Kết thúc mọi phiên' }).click();
  await expect(inspector.getByText('Không đăng nhập ở đâu.')).toBeVisible();
  await own.goto('/don-vi');
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Đăng nhập vào Chỉ tiêu');

  await inspector.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await dialog.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(inspector.getByText('Đã khóa')).toBeVisible();
  await signIn(own, username, OWN);
  await expect(own.getByText('Tên đăng nhập hoặc mật khẩu không đúng.')).toBeVisible();
  await own.context().close();
});

test('what one may not do with one’s own account is shown disabled, with the reason', async ({ page }) => {
  await page.goto('/he-thong/tai-khoan?account=1');
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByRole('button', { name: 'Khóa tài khoản' })).toBeDisabled();
  await expect(inspector.getByRole('button', { name: 'Đặt lại mật khẩu' })).toBeDisabled();
  await expect(inspector.getByText(/Không thể tự khóa tài khoản của mình/)).toBeVisible();
  await expect(inspector.getByText('Đây là quyền của chính bạn', { exact: false })).toBeVisible();
});

test('the list is narrowed by name without marks, state, role and unit, and says so in its address', async ({
  page,
  request,
}) => {
  const name = `Đặng Văn Ước ${Date.now()}`;
  const id = await makeAccount(request, { username: `uoc-${Date.now()}`, name, unit: '05680' });
  await ask(request, `mutation { grantRole(account: "${id}", role: MONITOR, unit: "05680") { id } }`);
  await page.goto('/he-thong/tai-khoan?role=MONITOR&unit=05680');
  await page.getByLabel('Tìm tài khoản').fill(name.replace('Đặng Văn Ước', 'dang van uoc'));
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').last()).toContainText('Theo dõi · Xã Văn Hán');
  await expect(page).toHaveURL(/search=dang/);
  await page.goto(page.url().replace('MONITOR', 'PLANNER'));
  await expect(page.getByText('Không tìm thấy tài khoản nào')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect(page.getByText('Không tìm thấy tài khoản nào')).toHaveCount(0);
});

test('one hands a grant to a colleague for some days, who holds it, and takes it back', async ({ page, request }) => {
  const name = `Phó ${Date.now()}`;
  await makeAccount(request, { username: `pho-${Date.now()}`, name, unit: '19' });
  await page.goto('/');
  await settled(page);
  await page.getByRole('button', { name: /^Tài khoản:/ }).click();
  await page.getByRole('menuitem', { name: 'Ủy quyền' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ủy quyền');
  await page.getByRole('button', { name: 'Ủy quyền cho người khác' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  await expect(dialog.getByText('Hãy chọn một người trong danh sách gợi ý.')).toBeVisible();
  await expect(dialog.getByText('Hãy chọn một quyền.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Quyền', exact: true }).selectOption({ index: 1 });
  await dialog.getByRole('combobox', { name: 'Người được ủy quyền' }).fill(name);
  await page.getByRole('option', { name }).click();
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  const made = page.getByRole('region', { name: 'Tôi đã ủy quyền' });
  await expect(made.getByText(name)).toBeVisible();

  await page.goto('/he-thong/quyen?by=unit&unit=19');
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Ủy quyền');
  await expect(row).toContainText('Tại đơn vị');

  await page.goto('/uy-quyen');
  await made.getByRole('button', { name: `Thu hồi ủy quyền cho ${name}` }).click();
  await dialog.getByRole('button', { name: 'Thu hồi quyền' }).click();
  await expect(made.getByText(name)).toHaveCount(0);
});

test('a token is made, shown once, works, is rotated and revoked', async ({ page, playwright, baseURL }) => {
  const name = `Một cửa ${Date.now()}`;
  await page.goto('/he-thong/ma-truy-cap');
  await page.getByRole('button', { name: 'Mã truy cập mới' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tạo mã' }).click();
  await expect(dialog.getByText('Hãy nhập tên chương trình.')).toBeVisible();
  await expect(dialog.getByText('Hãy chọn một đơn vị trong danh sách gợi ý.')).toBeVisible();
  await expect(dialog.getByLabel('Chương trình')).toBeFocused();
  await dialog.getByLabel('Chương trình').fill(name);
  await chooseUnit(page, 'Đơn vị', 'dong hy', 'Huyện Đồng Hỷ');
  await dialog.getByLabel('Hết hạn').fill('ngày mai');
  await dialog.getByLabel('Hết hạn').blur();
  await expect(dialog.getByText(/Không đọc được ngày/)).toBeVisible();
  await dialog.getByLabel('Hết hạn').fill(inDays(200).split('-').reverse().join(''));
  await dialog.getByRole('button', { name: 'Tạo mã' }).click();
  const secret = dialog.getByRole('textbox', { name: 'Mã truy cập' });
  await expect(secret).toHaveValue(/^ct_/);
  const token = await secret.inputValue();
  await expect(dialog.getByText(/curl -X POST/)).toContainText(token);
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await expect(page.getByText(token)).toHaveCount(0);

  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const me = async (): Promise<unknown> =>
    (await (await program.post('/graphql', { data: { query: '{ me { name } }' } })).json()) as unknown;
  expect(await me()).toEqual({ data: { me: { name } } });

  const inspector = page.getByRole('complementary', { name });
  await inspector.getByRole('button', { name: 'Đổi mã' }).click();
  await expect(dialog.getByText(/nhiều nhất 14 ngày/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Đổi mã' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Mã truy cập' })).toHaveValue(/^ct_/);
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByLabel('Tìm mã truy cập').fill(name);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row').filter({ hasText: 'Mã mới' })).toHaveCount(1);
  await page.getByRole('row').filter({ hasText: 'Mã cũ' }).filter({ hasText: 'còn 14 ngày' }).click();
  await expect(inspector.getByText(/^Đây là mã cũ của chương trình, còn dùng được đến hết ngày/)).toBeVisible();
  await inspector.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(dialog.getByText(/bị từ chối ngay từ lần gọi tiếp theo/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(inspector).toHaveCount(0);
  expect(await me()).toEqual({ data: { me: null } });

  await page.getByRole('row').last().click();
  await inspector.getByRole('button', { name: 'Thu hồi' }).click();
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(`/he-thong/tai-khoan?programs=1&search=${encodeURIComponent(name)}`);
  await expect(page.getByRole('row').last()).toContainText('Hết mã truy cập');
  await program.dispose();
});

test('what one may not do is said where its address leads, and no form is shown', async ({
  browser,
  request,
  baseURL,
}) => {
  const username = `xem-${Date.now()}`;
  await makeAccount(request, { username, name: 'Người xem', unit: '05680' });
  const own = await stranger(browser, baseURL);
  await signIn(own, username, 'con trâu đi trước cái cày');
  await own.getByLabel('Mật khẩu hiện tại').fill('con trâu đi trước cái cày');
  await own.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
  await own.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
  await own.keyboard.press('Enter');
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');
  const locked = own.getByText('Mục này cần quyền mà tài khoản của bạn chưa có');
  for (const path of ['/thu-tuc?form=new', '/thu-tuc/2.000815?edit=1']) {
    await own.goto(path);
    await expect(locked).toBeVisible();
    await expect(own.getByRole('complementary').getByRole('textbox')).toHaveCount(0);
  }
  await own.goto('/thu-tuc?open=2.000815&form=edit');
  await expect(own.getByRole('complementary').getByRole('link', { name: 'Mở trang đầy đủ' })).toBeVisible();
  await expect(own.getByRole('complementary').getByRole('textbox')).toHaveCount(0);
  await own.context().close();
});

test('on a phone the part of the place that is open is in sight among the others', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/he-thong/sao-luu');
  await settled(page);
  const parts = page.getByRole('navigation', { name: 'Các phần của Hệ thống' });
  await expect(parts.getByRole('link', { name: 'Sao lưu' })).toBeInViewport({ ratio: 0.95 });
  await page.goto('/he-thong/tai-khoan');
  await settled(page);
  await expect(parts.getByRole('link', { name: 'Tài khoản' })).toBeInViewport({ ratio: 0.95 });
});

test('what happened to a token and to a unit is told beside them to who reads the trail', async ({ page, request }) => {
  const { createToken } = await ask<{ createToken: { id: string } }>(
    request,
    'mutation ($input: TokenInput!) { createToken(input: $input) { id } }',
    { input: { name: `Kho ${Date.now()}`, role: 'INTEGRATION', unit: '164', expiresOn: inDays(30) } },
  );
  await page.goto(`/he-thong/ma-truy-cap?token=${createToken.id}`);
  await page.getByRole('button', { name: 'Lịch sử thay đổi' }).click();
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveCount(1);
  await page.goto('/don-vi?unit=05680');
  await expect(page.getByRole('tab', { name: 'Hiện tại', selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Lịch sử thay đổi' }).click();
  await expect(
    page.getByText('Chưa có thay đổi nào được ghi.').or(page.getByRole('complementary').getByRole('listitem').first()),
  ).toBeVisible();
});

test('the trail tells times to the second, and a row shows all of its focus, also where its first cell stays', async ({
  page,
}) => {
  await page.goto('/he-thong/nhat-ky');
  await settled(page);
  const row = page.locator('tr[data-row="1"]');
  await expect(row.getByRole('gridcell').or(row.locator('td')).first()).toHaveText(
    /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/,
  );
  await page.locator('tr[data-row="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  const shadows = await row.locator('td').evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).boxShadow));
  expect(shadows[0]).toContain('inset');
  expect(shadows.slice(1).every((shadow) => shadow === 'none')).toBe(true);
});

test('the complaint about a record that cannot be read goes while one mends it, not when one leaves the field', async ({
  page,
}) => {
  await page.goto('/he-thong/nhat-ky');
  await settled(page);
  const field = page.getByRole('combobox', { name: 'Về bản ghi' });
  const complaint = page.getByText('Nhập như UNIT:05503', { exact: false });
  await field.fill('xã Văn Hán');
  await page.keyboard.press('Enter');
  await expect(complaint).toBeVisible();
  await field.fill('UNIT:05680');
  await expect(complaint).toHaveCount(0);
  await expect(page).not.toHaveURL(/about=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/about=UNIT/);
});
