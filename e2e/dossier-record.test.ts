import type { APIRequestContext } from '@playwright/test';
import { ask, communesOf, INDICATOR, YEAR, type ApiUnit } from './api.ts';
import { expect, settled, test } from './console.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

/** The district whose commune the walk is about: nothing else here counts its dossiers. */
const DISTRICT = '167';
const newer = ({ aliases }: ApiUnit): string => aliases.find((alias) => /^H55\.\d+\.\d+$/.test(alias)) ?? '';

/** Two dossiers of a commune, received at the same second; their codes. */
async function two(request: APIRequestContext): Promise<{ codes: [string, string]; unit: string }> {
  const unit = (await communesOf(request, DISTRICT)).find((one) => newer(one) !== '');
  if (!unit) throw new Error('no commune has an identifier');
  const codes = ['71001', '71002'].map((number) => `${newer(unit)}-220408-${number}`) as [string, string];
  const rows = codes.map((MaHoSo) => ({
    MaHoSo,
    MaTTHC: '2.000815',
    TrangThaiHoSo: '10',
    KenhThucHien: '2',
    NgayTiepNhan: '20220408081500',
    NgayKetThucXuLy: '20220409101500',
  }));
  await request.post('/ingest/dossiers', { data: rows });
  return { codes, unit: unit.code };
}

async function counted(request: APIRequestContext, code: string): Promise<number> {
  const { unit } = await ask<{ unit: { attainment: { denominator: number } } }>(
    request,
    `query ($code: ID!, $indicator: ID!, $from: Date!, $to: Date!) {
       unit(code: $code, on: $to) { attainment(indicator: $indicator, from: $from, to: $to) { denominator } } }`,
    { code, indicator: INDICATOR, ...YEAR },
  );
  return unit.attainment.denominator;
}

test('two dossiers are found to be one, merged, split again, and one is deleted by the keyboard alone', async ({
  page,
  request,
}) => {
  const { codes, unit } = await two(request);
  const [first, second] = codes;
  const before = await counted(request, unit);
  await page.goto(`/ho-so/ma/${first}`);
  await settled(page);
  const likely = page.locator('[data-likely]').filter({ hasText: second });
  await expect(likely).toContainText('tiếp nhận cùng lúc');
  await expectAccessible(page);
  await expectVietnamese(page);
  await expectNothingBeyondTheEdge(page);

  await likely.getByRole('button', { name: 'Gộp vào…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Gộp vào hồ sơ mang mã')).toHaveValue(second);
  await dialog.getByRole('button', { name: 'Xem trước số liệu' }).click();
  await expect(dialog.locator('[data-effect]').first()).toBeVisible();
  expect(await counted(request, unit)).toBe(before);
  await dialog.getByLabel('Lý do').fill('Một cửa gửi hai lần.');
  await dialog.getByRole('button', { name: 'Gộp', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible();
  await expect(page.locator('[data-identity]')).toContainText(first);
  expect(await counted(request, unit)).toBe(before - 1);

  await page.locator('[data-identity]').getByRole('link', { name: first }).click();
  await expect(page.locator('[data-identity]')).toContainText('Đã gộp');
  await expect(page.locator('[data-version]').first()).toContainText('Một cửa gửi hai lần.');
  await page.getByRole('button', { name: 'Tách lại…' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Hai hồ sơ khác nhau.');
  await page.getByRole('dialog').getByRole('button', { name: 'Tách', exact: true }).click();
  await expect(page.locator('[data-identity]')).toHaveCount(0);
  expect(await counted(request, unit)).toBe(before);

  await page.getByRole('button', { name: 'Xoá khỏi số liệu…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Lý do').fill('Hồ sơ thử.');
  await page.getByRole('dialog').getByRole('button', { name: 'Xoá khỏi số liệu', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-identity]')).toContainText('Đã xoá khỏi số liệu');
  expect(await counted(request, unit)).toBe(before - 1);
});
