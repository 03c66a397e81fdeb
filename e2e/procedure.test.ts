import type { Browser, Page } from '@playwright/test';
import { ask } from './api.ts';
import { expect, settled, test } from './console.ts';

/** The procedure that these tests make, so that nothing else depends on what they leave of it. */
const CODE = '2.999815';
const PAGE = `/thu-tuc/${CODE}`;

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ request }) => {
  await ask(request, 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
    input: [
      {
        code: CODE,
        name: 'Chứng thực chữ ký của hai cán bộ',
        tiers: ['COMMUNE'],
        fees: '10.000 đồng/trường hợp',
        authority: 'UBND cấp xã',
        conditions: null,
      },
    ],
  });
  const found = await ask<{ procedureDraft: unknown }>(request, `{ procedureDraft(code: "${CODE}") { version } }`);
  if (found.procedureDraft) await ask(request, `mutation { dropProcedureDraft(code: "${CODE}") }`);
});

/** A second officer at another desk, with the same session's rights. */
async function secondDesk(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('two officers edit the same procedure: nothing is overwritten, one chooses with the keyboard, and takes it back', async ({
  page,
  browser,
  request,
}) => {
  const other = await secondDesk(browser);
  await page.goto(`${PAGE}?edit=1`);
  await other.goto(`${PAGE}?edit=1`);
  const [mine, theirs] = [page.getByLabel('Phí, lệ phí'), other.getByLabel('Phí, lệ phí')];
  await expect(mine).toHaveValue('10.000 đồng/trường hợp');
  await theirs.fill('20.000 đồng/trường hợp');
  await other.getByLabel('Yêu cầu, điều kiện').fill('Không');
  await other.getByRole('button', { name: 'Ban hành' }).click();
  await expect(other.getByText(`Đã ban hành thủ tục ${CODE}`)).toBeVisible();

  await mine.fill('30.000 đồng/trường hợp');
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const dialog = page.getByRole('dialog', { name: 'Có người vừa sửa thủ tục này' });
  await expect(dialog.getByText('Còn 1 ô phải chọn')).toBeVisible();
  await expect(dialog.getByText('lấy bản hiện tại, vì bạn không sửa')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Lưu lựa chọn' })).toBeDisabled();
  // Three values of the field stand beside each other; the arrows go from one to the next.
  await dialog.getByRole('radio', { name: /^Gốc/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: /^Của bạn/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).press('Enter');
  await expect(page.getByText(`Đã ban hành thủ tục ${CODE}`)).toBeVisible();
  const read = () =>
    ask<{ procedure: { fees: string; conditions: string } }>(
      request,
      `{ procedure(code: "${CODE}") { fees conditions } }`,
    );
  expect((await read()).procedure).toEqual({ fees: '30.000 đồng/trường hợp', conditions: 'Không' });

  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await expect(page.getByText('Đã hoàn tác', { exact: true }).first()).toBeVisible();
  expect((await read()).procedure).toEqual({ fees: '20.000 đồng/trường hợp', conditions: 'Không' });
  await other.context().close();
});

test('a draft is kept, found again by a colleague, and published', async ({ page, browser, request }) => {
  await page.goto(`${PAGE}?edit=1`);
  await page.getByLabel('Tên thủ tục').fill('Chứng thực chữ ký, bản nháp');
  await page.getByRole('button', { name: 'Thêm căn cứ' }).click();
  await page.getByLabel('Căn cứ 1').fill('Nghị định 23/2015/NĐ-CP');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByText(`Đã lưu bản nháp của ${CODE}`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chứng thực chữ ký của hai cán bộ' })).toBeVisible();

  const other = await secondDesk(browser);
  await other.goto(`${PAGE}?edit=1`);
  await expect(other.getByText('Bạn đang sửa bản nháp')).toBeVisible();
  await expect(other.getByLabel('Căn cứ 1')).toHaveValue('Nghị định 23/2015/NĐ-CP');
  await other.getByRole('button', { name: 'Ban hành' }).click();
  await expect(other.getByRole('heading', { name: 'Chứng thực chữ ký, bản nháp' })).toBeVisible();
  const { procedureDraft } = await ask<{ procedureDraft: unknown }>(
    request,
    `{ procedureDraft(code: "${CODE}") { version } }`,
  );
  expect(procedureDraft).toBeNull();
  await other.context().close();
});

test('what a decision does to the periods in force is seen before it is entered', async ({ page, request }) => {
  await page.goto(`${PAGE}?force=1`);
  const dialog = page.getByRole('dialog', { name: `Hiệu lực của thủ tục ${CODE}` });
  await dialog.getByLabel('Số quyết định').fill(`${Date.now() % 100_000}/QĐ-UBND`);
  await dialog.getByLabel('Ngày ký').fill('15012022');
  await dialog.getByLabel('Hiệu lực từ').fill('01032022');
  await dialog.getByLabel('Trang, phụ lục').fill('Phụ lục II');
  await dialog.getByRole('button', { name: 'Xem trước' }).click();
  await expect(dialog.getByText('đến 28/02/2022')).toBeVisible();
  const before = await ask<{ procedure: { isInForce: boolean } }>(
    request,
    `{ procedure(code: "${CODE}") { isInForce } }`,
  );
  expect(before.procedure.isInForce).toBe(true);
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  // The dialog that closes offers the word too.
  const line = page.getByText(/Bãi bỏ \d+\/QĐ-UBND/);
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await expect(line).toHaveCount(0);
});

test('any two versions are compared word by word, as their address says, and one is restored', async ({ page }) => {
  await page.goto(`${PAGE}?edit=1`);
  await page.getByLabel('Phí, lệ phí').fill('15.000 đồng/trường hợp');
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByRole('tab', { name: /Phiên bản/ }).click();
  await expect(page).toHaveURL(/tab=versions/);
  await expect(page.locator('del', { hasText: '10.000' })).toBeVisible();
  await expect(page.locator('ins', { hasText: '15.000' })).toBeVisible();
  await page.reload();
  await expect(page.locator('ins', { hasText: '15.000' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Khôi phục phiên bản/ })
    .first()
    .click();
  await expect(page.getByText(/Đã khôi phục phiên bản/)).toBeVisible();
  await page.getByRole('tab', { name: 'Hiện nay' }).click();
  await expect(page.getByText('10.000 đồng/trường hợp')).toBeVisible();
  await page.getByRole('tab', { name: 'Hồ sơ và tỷ lệ' }).click();
  await expect(page.getByText('Không tiếp nhận hồ sơ nào')).toBeVisible();
  await settled(page);
});

test('undoing a version says first what goes back with it, and what changed nothing is not offered to be undone', async ({
  page,
  request,
}) => {
  await page.goto(`${PAGE}?edit=1`);
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await expect(page.getByText(`Không có gì thay đổi ở thủ tục ${CODE}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0);

  const both = [CODE, '2.999816'].map((code) => ({ code, name: `Cùng một bước ${code}`, tiers: ['COMMUNE'] }));
  await ask(request, 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
    input: both,
  });
  await page.goto(`${PAGE}?tab=versions`);
  const name = page.getByRole('heading', { name: `Cùng một bước ${CODE}` });
  await expect(name).toBeVisible();
  const undo = page.getByRole('button', { name: /^Hoàn tác phiên bản/ }).first();
  await undo.click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('đã sửa 2 thủ tục');
  await question.getByRole('button', { name: 'Giữ nguyên' }).click();
  await expect(question).toHaveCount(0);
  await expect(name).toBeVisible();
  await undo.click();
  await question.getByRole('button', { name: 'Hoàn tác cả bước này' }).click();
  await expect(page.getByText('Đã hoàn tác', { exact: true }).first()).toBeVisible();
  await expect(name).toHaveCount(0);
  await settled(page);
});

test('a version that speaks from a later day is compared as of that day', async ({ page, request }) => {
  await ask(request, 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
    input: [
      {
        code: CODE,
        name: 'Chứng thực chữ ký',
        tiers: ['COMMUNE'],
        fees: '99.000 đồng/trường hợp',
        textFrom: '2031-01-01',
      },
    ],
  });
  await page.goto(`${PAGE}?tab=versions`);
  await expect(page.getByRole('heading', { name: /văn bản tại ngày 01\/01\/2031/ })).toBeVisible();
  await expect(page.locator('ins', { hasText: '99.000' })).toBeVisible();
  await settled(page);
});
