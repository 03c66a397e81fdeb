import type { APIRequestContext } from '@playwright/test';
import { ask, YEAR } from './api.ts';
import { expect, settled, test } from './console.ts';

/** An indicator that no other walk looks at. */
const CODE = 'RESOLUTION_ON_TIME';
const PLACE = `/he-thong/chi-tieu/${CODE}`;

test.describe.configure({ mode: 'serial' });

async function figureOf(request: APIRequestContext, knownAt: string | null = null): Promise<string> {
  const { unit } = await ask<{ unit: { attainment: { numerator: number; denominator: number } } }>(
    request,
    `query ($indicator: ID!, $from: Date!, $to: Date!, $knownAt: DateTime) { unit(code: "19", on: $to) {
       attainment(indicator: $indicator, from: $from, to: $to, knownAt: $knownAt) { numerator denominator } } }`,
    { indicator: CODE, ...YEAR, knownAt },
  );
  return `${unit.attainment.numerator}/${unit.attainment.denominator}`;
}

async function asOf(request: APIRequestContext): Promise<string> {
  const { explanation } = await ask<{ explanation: { asOf: string } }>(
    request,
    `query ($indicator: ID!, $from: Date!, $to: Date!) { explanation(indicator: $indicator, unit: "19", from: $from, to: $to) { asOf } }`,
    { indicator: CODE, ...YEAR },
  );
  return explanation.asOf;
}

test('a new definition is drafted, tried, computed and switched on; the figure changes, and what was known before stays', async ({
  page,
  request,
}) => {
  const before = { at: await asOf(request), figure: await figureOf(request) };
  await page.goto('/he-thong/chi-tieu');
  await page.getByRole('link', { name: 'Tỷ lệ hồ sơ giải quyết đúng hạn' }).click();
  await expect(page).toHaveURL(new RegExp(`${PLACE}$`));
  await page.getByRole('button', { name: 'Soạn định nghĩa mới' }).click();
  const draft = page.getByRole('region', { name: 'Định nghĩa 2' });
  await draft.getByRole('button', { name: 'Sửa' }).click();
  await draft.getByLabel('Chỉ xét đơn vị ở một số cấp').check();
  const tiers = draft.getByRole('group', { name: 'Cấp tiếp nhận' });
  await tiers.getByLabel('Cấp tỉnh').uncheck();
  await draft.getByLabel('Ghi chú').fill('Không tính sở, ban, ngành.');
  await settled(page);
  await draft.getByRole('button', { name: 'Lưu' }).click();
  await expect(draft.getByText('Cấp huyện, Cấp xã').first()).toBeVisible();

  const trial = page.getByRole('region', { name: 'Thử hai định nghĩa trên cùng hồ sơ' });
  await trial.getByRole('button', { name: 'Thử', exact: true }).click();
  await expect(trial.getByText(/Đã xem [\d.]+ hồ sơ; [\d.]+ hồ sơ sẽ đổi bên\./)).toBeVisible();
  await expect(trial.getByText('Ví dụ hồ sơ đổi bên')).toBeVisible();
  await settled(page);

  await draft.getByRole('button', { name: 'Cho tính' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cho tính' }).click();
  await expect(draft.getByText('Sẵn sàng', { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await figureOf(request)).toBe(before.figure);
  await draft.getByRole('button', { name: 'Đưa vào dùng' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Đưa vào dùng' }).click();
  await expect(dialog.getByText('Hãy ghi lý do.')).toBeVisible();
  await dialog.getByLabel('Lý do').fill('Theo kết luận của UBND tỉnh.');
  await dialog.getByRole('button', { name: 'Đưa vào dùng' }).click();
  await expect(draft.getByText('Đang dùng', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Định nghĩa 1' }).getByText('Đã thôi dùng')).toBeVisible();

  expect(await figureOf(request)).not.toBe(before.figure);
  expect(await figureOf(request, before.at)).toBe(before.figure);
  const [numerator = ''] = before.figure.split('/');
  await page.goto(`/so-lieu/19?indicator=${CODE}&knownAt=${encodeURIComponent(before.at)}`);
  await expect(page.getByText(Number(numerator).toLocaleString('vi-VN'), { exact: true }).first()).toBeVisible();
});

test('an indicator of services has its figure, its services and no months', async ({ page }) => {
  await page.goto('/?indicator=SERVICES_WITH_ONLINE');
  await expect(page.getByText('mỗi dịch vụ một lần, nên không cộng dồn theo tháng')).toBeVisible();
  await settled(page);
  await page.goto('/so-lieu/19?indicator=SERVICES_WITH_ONLINE');
  await expect(
    page
      .getByRole('region', { name: 'Dịch vụ phía sau con số' })
      .getByText(/\d\.\d{6}/)
      .first(),
  ).toBeVisible();
  await settled(page);
});
