import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Browser } from '@playwright/test';
import { ask, communesOf, INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';

const MARCH = { from: '2022-03-01', to: '2022-03-31' };

/** A resolved dossier of 2.000815, finished in March. */
function row(organisation: string, number: number, channel: '1' | '2'): Record<string, string> {
  return {
    MaHoSo: `${organisation}-220310-${String(9000 + number)}`,
    MaTTHC: '2.000815',
    KenhThucHien: channel,
    TrangThaiHoSo: '10',
    NgayTiepNhan: '20220310080000',
    NgayKetThucXuLy: '20220311080000',
  };
}

async function send(request: APIRequestContext, rows: Record<string, string>[]): Promise<void> {
  const answer = await request.post('/ingest/dossiers', { data: rows });
  const { result } = (await answer.json()) as { result: { rejected: number } };
  expect(result.rejected).toBe(0);
}

async function figureOf(request: APIRequestContext, code: string): Promise<{ numerator: number; denominator: number }> {
  const query = `query ($code: ID!, $from: Date!, $to: Date!) { unit(code: $code, on: $to) {
    attainment(indicator: "${INDICATOR}", from: $from, to: $to) { numerator denominator } } }`;
  interface Found {
    unit: { attainment: { numerator: number; denominator: number } };
  }
  return (await ask<Found>(request, query, { code, ...MARCH })).unit.attainment;
}

const written = (n: number): string => n.toLocaleString('vi-VN');
const percent = (n: number, of: number): string =>
  `${((n / of) * 100).toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} %`;

/** The public page as somebody sees it who is not signed in, on a phone, in either theme. */
async function expectPublished(browser: Browser, path: string, rate: string): Promise<void> {
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole('cell', { name: rate, exact: true }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  await context.close();
}

test('a figure is cited, its period closed; late data come, what was cited stays, and the bridge explains today’s', async ({
  page,
  request,
  browser,
}) => {
  const communes = await communesOf(request, '169');
  const commune = communes.find(({ aliases }) => aliases.some((alias) => alias.startsWith('H55.')));
  if (!commune) throw new Error('no commune has an organisation');
  const organisation = commune.aliases.find((alias) => alias.startsWith('H55.')) ?? '';
  await send(request, [row(organisation, 1, '1'), row(organisation, 2, '1')]);
  const before = await figureOf(request, commune.code);
  const period = `from=${MARCH.from}&to=${MARCH.to}`;

  await page.goto(`/so-lieu/${commune.code}?${period}`);
  await settled(page);
  await page.getByRole('button', { name: 'Trích dẫn' }).click();
  const link = page.locator('[data-reference]').getByRole('link');
  const reference = (await link.textContent())?.trim() ?? '';
  expect(reference).toMatch(new RegExp(`^${commune.code}-2022-[0-9A-Z]{10}$`));

  await page.getByRole('link', { name: 'Kỳ đã chốt' }).click();
  await page.getByRole('button', { name: 'Chốt kỳ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt kỳ' }).click();
  await expect(page.locator('[data-period]').first()).toContainText('Tháng 3/2022');
  await expect(page.getByRole('button', { name: 'Chốt kỳ' })).toBeDisabled();
  const shown = page.locator('[data-period]').first().getByRole('link', { name: 'Trang công khai của kỳ này' });
  const publicPath = (await shown.getAttribute('href')) ?? '';

  await send(request, [row(organisation, 1, '2'), ...[3, 4, 5].map((number) => row(organisation, number, '1'))]);
  const after = await figureOf(request, commune.code);
  expect(after).toEqual({ numerator: before.numerator + 1, denominator: before.denominator + 3 });
  await expectPublished(browser, publicPath, percent(before.numerator, before.denominator));

  await page.goto(`/so-lieu/${reference}`);
  await expect(page.locator('[data-cited]')).toHaveText(percent(before.numerator, before.denominator));
  await expect(page.locator('[data-holds]')).toContainText('Đúng như khi trích dẫn');
  await expect(page.locator('[data-now]')).toHaveText(percent(after.numerator, after.denominator));
  const steps = page.getByRole('table', { name: 'Từng bước' });
  await expect(steps.getByRole('row', { name: /^Hồ sơ đến sau/ })).toContainText('+3');
  await expect(steps.getByRole('row', { name: /^Hồ sơ được sửa/ })).toContainText('+1');
  await expect(steps.getByRole('row', { name: /^Hiện nay/ })).toContainText(written(after.denominator));

  await steps.getByRole('button', { name: /được sửa/ }).click();
  const changed = page.getByRole('dialog');
  await expect(changed.getByRole('listitem').first()).toContainText(`${organisation}-220310-9001`);
  await expect(changed).toContainText('Trực tiếp');
  await changed.getByRole('button', { name: 'Đóng' }).last().click();

  // Its proof is what was known then: the late ones do not stand in it.
  await page.getByRole('tab', { name: /không trực tuyến/i }).click();
  await expect(
    page.getByText(new RegExp(`trong ${written(before.denominator - before.numerator)} hồ sơ`)),
  ).toBeVisible();

  await page.goto(`/so-lieu/${commune.code}?${period}`);
  await expect(page.locator('[data-published]')).toContainText(
    `${written(before.numerator)}/${written(before.denominator)}`,
  );
  await expect(page.locator('[data-published]')).toContainText('Số hiện nay khác số đã công bố');

  await page.goto(`/?unit=${commune.code}&${period}`);
  await expect(page.locator('[data-published]')).toHaveText(
    `Đã công bố ${percent(before.numerator, before.denominator)}; số hiện nay khác`,
  );

  await page.goto(`/ky-so-lieu?${period}`);
  await page.getByRole('button', { name: 'Ghi nhận thêm từ khi chốt' }).first().click();
  await expect(page.getByRole('row', { name: /Hồ sơ đến sau/ }).first()).toContainText('+3');
  await page.getByRole('button', { name: 'Mở lại' }).first().click();
  await page.getByRole('dialog').getByLabel('Lý do mở lại').fill('Có hồ sơ gửi bổ sung.');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).click();
  await expect(page.locator('[data-period]').first()).toContainText('Có hồ sơ gửi bổ sung.');
  expect((await request.get(publicPath)).status()).toBe(404);
});

test('a dossier is explained rule by rule, and a change between two periods in parts', async ({ page }) => {
  await page.goto('/so-lieu/169?from=2022-03-01&to=2022-03-31&tab=out');
  await settled(page);
  await page
    .getByRole('button', { name: /^Không tính/ })
    .first()
    .click();
  const rules = page.getByRole('dialog', { name: 'Vì sao hồ sơ này được tính hay không' });
  await expect(rules.getByRole('listitem')).toHaveCount(6);
  await expect(rules).toContainText('Trong danh mục');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Vì sao thay đổi' }).click();
  await expect(page.locator('[data-change]')).toContainText('Từ Tháng 2/2022 đến Tháng 3/2022');
  await expect(page.getByText('Cơ cấu hồ sơ').first()).toBeVisible();
  await page.getByRole('combobox', { name: /Kỳ liền trước/ }).click();
  await page.getByRole('option', { name: 'Cùng kỳ năm trước' }).click();
  await expect(page).toHaveURL(/with=year/);
});

test('a period is chosen as officers name it: half a year, months so far, from the 15th to the 14th', async ({
  page,
}) => {
  await page.goto('/so-lieu/169');
  await settled(page);
  const picker = page.getByRole('button', { name: /^Kỳ/ }).first();
  await picker.click();
  await page.getByRole('button', { name: '6 tháng đầu năm 2022' }).click();
  await expect(page).toHaveURL(/to=2022-06-30/);
  await picker.click();
  await page.getByRole('checkbox', { name: 'Tháng tính từ ngày 15 đến ngày 14' }).check();
  await page.getByRole('button', { name: 'Tháng 3/2022' }).click();
  await expect(page).toHaveURL(/from=2022-02-15/);
  await expect(page).toHaveURL(/to=2022-03-14/);
});
