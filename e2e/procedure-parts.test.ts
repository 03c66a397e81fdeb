import type { APIRequestContext } from '@playwright/test';
import { ask, INDICATOR, YEAR } from './api.ts';
import { expect, settled, test } from './console.ts';

/** The procedure with the most dossiers of the demonstration, and one that these tests make. */
const COMMON = '2.000815';
const CODE = '2.999816';
const PAGE = `/thu-tuc/${CODE}`;

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ request }) => {
  await ask(request, 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
    input: [{ code: CODE, name: 'Cấp bản sao trích lục', tiers: ['COMMUNE'], fees: '8.000 đồng', documents: [] }],
  });
  const found = await ask<{ procedureDraft: unknown }>(request, `{ procedureDraft(code: "${CODE}") { version } }`);
  if (found.procedureDraft) await ask(request, `mutation { dropProcedureDraft(code: "${CODE}") }`);
});

interface Part {
  numerator: number;
  denominator: number;
  notCounted: number;
}

async function partOf(request: APIRequestContext, from: string, to: string): Promise<Part> {
  const { procedure } = await ask<{ procedure: { rate: Part } }>(
    request,
    `query ($code: ID!, $indicator: ID!, $from: Date!, $to: Date!) { procedure(code: $code) {
       rate(indicator: $indicator, from: $from, to: $to) { numerator denominator notCounted } } }`,
    { code: COMMON, indicator: INDICATOR, from, to },
  );
  return procedure.rate;
}

const written = (n: number): string => n.toLocaleString('vi-VN');

test('every number of a procedure leads to just its dossiers, and the narrowing is taken away again', async ({
  page,
  request,
}) => {
  await page.goto(`/thu-tuc/${COMMON}?tab=figures`);
  const year = await partOf(request, YEAR.from, YEAR.to);
  await expect(page.getByText(written(year.denominator), { exact: true }).first()).toBeVisible();
  const months = page.getByRole('table', { name: 'Theo tháng' });
  const march = await partOf(request, '2022-03-01', '2022-03-31');
  await months.getByRole('link', { name: /^03\/2022, Tính, không trực tuyến/ }).click();

  await expect(page).toHaveURL(/procedure=2\.000815/);
  await expect(
    page.getByText(`Đang xem 100 trong ${written(march.denominator - march.numerator)} hồ sơ`),
  ).toBeVisible();
  await settled(page);
  for (const count of [march.numerator, march.denominator - march.numerator, march.notCounted])
    await expect(
      page
        .getByRole('tab')
        .filter({ hasText: written(count) })
        .first(),
    ).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Bỏ lọc, xem mọi thủ tục' }).press('Enter');
  await expect(page).not.toHaveURL(/procedure=/);

  await page.goto(`/ho-so?procedure=${COMMON}`);
  await expect(page.getByText(new RegExp(`${COMMON} · `))).toBeVisible();
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await expect(page).toHaveURL(/so-lieu\/19.*procedure=2\.000815/);
  await page.goto(`/ho-so?procedure=${COMMON}`);
  await page.getByRole('button', { name: 'Bỏ lọc theo thủ tục' }).press('Enter');
  await expect(page.getByLabel('Thủ tục (để trống là mọi thủ tục)')).toBeFocused();
});

test('a draft is found among all of them, published, and there again once that is undone', async ({ page }) => {
  await page.goto(`${PAGE}?edit=1`);
  await page.getByLabel('Phí, lệ phí').fill('9.000 đồng');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByText(`Đã lưu bản nháp của ${CODE}`)).toBeVisible();
  await page.goto('/thu-tuc');
  await page.getByRole('link', { name: 'Bản nháp' }).click();
  const row = page.getByRole('row').filter({ hasText: CODE });
  await expect(row).toContainText('Của tôi');
  await settled(page);
  await row.press('Enter');
  await expect(page.getByText('Bạn đang sửa bản nháp')).toBeVisible();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await expect(page.getByText(`Đã ban hành thủ tục ${CODE}`)).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await expect(page.getByText('Đã hoàn tác', { exact: true }).first()).toBeVisible();
  await page.goto(`${PAGE}?edit=1`);
  await expect(page.getByText('Bạn đang sửa bản nháp')).toBeVisible();
  await expect(page.getByLabel('Phí, lệ phí')).toHaveValue('9.000 đồng');
});

test('a form is attached to a document, opened, taken out, and still opens in the version that had it', async ({
  page,
}) => {
  await page.goto(`${PAGE}?edit=1`);
  await page.getByRole('button', { name: 'Thêm thành phần hồ sơ' }).click();
  await page.getByLabel('Thành phần hồ sơ 1', { exact: true }).fill('Tờ khai');
  const chooser = page.getByLabel('Tệp mẫu của thành phần 1');
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
  await chooser.setInputFiles({ name: 'to-khai.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByRole('link', { name: 'Mở mẫu của Tờ khai' })).toBeFocused();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await expect(page.getByText(`Đã ban hành thủ tục ${CODE}`)).toBeVisible();
  const link = page.getByRole('link', { name: /^Biểu mẫu \(PDF/ });
  const address = (await link.getAttribute('href')) ?? '';
  expect((await page.request.get(address)).headers()['content-disposition']).toContain(
    encodeURIComponent('Tờ khai.pdf'),
  );
  await page.getByRole('button', { name: 'Xem tại chỗ mẫu của Tờ khai' }).click();
  await expect(page.locator(`iframe[src="${address}"]`)).toBeVisible();

  await page.goto(`${PAGE}?edit=1`);
  await page.getByRole('button', { name: 'Bỏ mẫu của thành phần 1' }).click();
  await expect(page.getByRole('button', { name: 'Đính kèm mẫu 1' })).toBeFocused();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  await expect(page.getByText(`Đã ban hành thủ tục ${CODE}`)).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.getByRole('tab', { name: /Phiên bản/ }).click();
  await expect(page.getByRole('link', { name: /Mở mẫu ở phiên bản \d+: Tờ khai/ })).toHaveAttribute('href', address);
  expect((await page.request.get(address)).status()).toBe(200);
});

test('several lines of one decision are entered at once, and one that overlaps is refused by name before', async ({
  page,
}) => {
  await page.goto(`${PAGE}?force=1`);
  const dialog = page.getByRole('dialog', { name: `Hiệu lực của thủ tục ${CODE}` });
  await dialog.getByLabel('Số quyết định').fill(`${Date.now() % 100_000}/QĐ-UBND`);
  await dialog.getByLabel('Ngày ký').fill('15012022');
  await dialog.getByLabel('Từ ngày').fill('01032022');
  await dialog.getByRole('button', { name: 'Thêm dòng' }).click();
  const second = dialog.getByRole('group', { name: 'Dòng 2' });
  await second.getByLabel('Từ ngày').fill('01062022');
  await second.getByLabel('Đến hết ngày').fill('31082022');
  await dialog.getByRole('button', { name: 'Thêm dòng' }).click();
  const third = dialog.getByRole('group', { name: 'Dòng 3' });
  await third.getByLabel('Từ ngày').fill('31082022');
  await dialog.getByRole('button', { name: 'Xem trước' }).click();
  await expect(dialog.getByText(/Dòng 3 chồng lên dòng 2/)).toBeVisible();
  await third.getByLabel('Từ ngày').fill('01102022');
  await dialog.getByRole('button', { name: 'Xem trước' }).click();
  await expect(dialog.getByText(/01\/06\/2022.*31\/08\/2022.*01\/10\/2022/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(page.getByText(/^Bãi bỏ/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
  await expect(page.getByText(/^Bãi bỏ/)).toHaveCount(0);
});

test('bad rows that nobody will mend are chosen and put aside with the keyboard alone', async ({ page, request }) => {
  const rows = [1, 2, 3].map((n) => ({ MaHoSo: `H55.999.98-220301-000${n}` }));
  await request.post('/ingest/dossiers', { data: rows });
  await page.goto('/ho-so?tab=quarantine');
  await settled(page);
  const boxes = page.getByRole('checkbox', { name: /^Chọn dòng H55\.999\.98/ });
  const before = await boxes.count();
  expect(before).toBeGreaterThanOrEqual(3);
  await boxes.nth(0).press('Space');
  await boxes.nth(1).press('Space');
  await page.getByRole('button', { name: 'Bỏ 2 dòng đã chọn' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Bỏ 2 dòng lỗi?' });
  await expect(dialog.getByText(/không thử lại được nữa/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Bỏ 2 dòng' }).press('Enter');
  await expect(page.getByText('Đã bỏ 2 dòng lỗi')).toBeVisible();
  await expect(boxes).toHaveCount(before - 2);
});
