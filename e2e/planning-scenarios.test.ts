import type { Page } from '@playwright/test';
import { ask, INDICATOR } from './api.ts';
import { expect, test } from './console.ts';

const DISTRICT = '171';

interface PlanSeen {
  targetPlan: {
    version: number;
    targets: { percent: number }[];
    inputs: {
      required: number | null;
      units: { floor: number | null; ceiling: number | null; volume: number | null }[];
    };
    scenarios: { name: string }[];
  };
}

/** A draft of a district for a year that nobody else plans. */
async function draft(page: Page, year: number): Promise<string> {
  const { createTargetPlan } = await ask<{ createTargetPlan: { id: string } }>(
    page.request,
    'mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }',
    { input: { issuer: DISTRICT, indicator: INDICATOR, year } },
  );
  return createTargetPlan.id;
}

async function seen(page: Page, id: string): Promise<PlanSeen['targetPlan']> {
  const { targetPlan } = await ask<PlanSeen>(
    page.request,
    `query ($id: ID!) { targetPlan(id: $id) { version targets { percent } scenarios { name }
       inputs { required units { floor ceiling volume } } } }`,
    { id },
  );
  return targetPlan;
}

/** The cell of a row, from 1, under a header. */
async function cell(page: Page, row: number, header: RegExp) {
  const column = await page.getByRole('columnheader', { name: header }).getAttribute('aria-colindex');
  return page.locator(`tr[aria-rowindex="${String(row + 1)}"] [aria-colindex="${column ?? ''}"]`);
}

async function type(page: Page, row: number, header: RegExp, text: string): Promise<void> {
  await (await cell(page, row, header)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các phần của bản giao' }).getByRole('link', { name });
const saved = (page: Page) => expect(page.getByText(/^Đã lưu \d/)).toBeVisible();

test('what is typed in one browser beside the targets is seen in another', async ({ page, browser }) => {
  const plan = await draft(page, 2031);
  await page.goto(`/giao-chi-tieu/${plan}`);
  await page.getByLabel('Mức cần đạt').fill('55');
  await type(page, 1, /^Sàn/, '40');
  await type(page, 2, /^Trần/, '60,5');
  await type(page, 3, /^Hồ sơ/, '1.234');
  await expect(await cell(page, 3, /^Hồ sơ/)).toHaveText('1.234');
  await saved(page);
  await expect
    .poll(async () => (await seen(page, plan)).inputs)
    .toEqual({
      required: 55,
      units: [
        { floor: 40, ceiling: null, volume: null },
        { floor: null, ceiling: 60.5, volume: null },
        { floor: null, ceiling: null, volume: 1234 },
      ],
    });

  const state = await page.context().storageState();
  const other = await browser.newContext({ storageState: state });
  const second = await other.newPage();
  await second.goto(page.url());
  await expect(second.getByLabel('Mức cần đạt')).toHaveValue('55');
  await expect(await cell(second, 1, /^Sàn/)).toHaveText('40,00');
  await expect(await cell(second, 2, /^Trần/)).toHaveText('60,50');
  await expect(await cell(second, 3, /^Hồ sơ/)).toHaveText('1.234');

  // Each changes another limit of the same unit: neither is lost, and the one who is behind sees the other's.
  await type(second, 1, /^Trần/, '90');
  await saved(second);
  await type(page, 1, /^Sàn/, '45');
  await expect(await cell(page, 1, /^Trần/)).toContainText('90,00');
  await expect.poll(async () => (await seen(page, plan)).inputs.units[0]).toMatchObject({ floor: 45, ceiling: 90 });
  await other.close();
});

test('scenarios are made, held beside each other, taken over and undone', async ({ page }) => {
  const plan = await draft(page, 2026);
  await page.goto(`/giao-chi-tieu/${plan}`);
  await page.getByLabel('Mức cần đạt').fill('55');
  await saved(page);
  await part(page, 'Phương án').click();
  await expect(page.getByText('Chưa có phương án nào')).toBeVisible();

  await page.getByRole('button', { name: 'Lập theo cách giao' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Cách giao').selectOption('Bằng nhau');
  await expect(dialog.getByLabel('Tên phương án')).toHaveValue('Bằng nhau');
  await dialog.getByRole('button', { name: 'Lập phương án' }).click();
  const table = page.getByRole('table', { name: 'So sánh' });
  await expect(table.getByRole('columnheader', { name: /^Bằng nhau/ })).toBeVisible();

  await page.getByRole('button', { name: 'Giả định hồ sơ thay đổi' }).click();
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Lập phương án' }).click();
  const supposed = table.getByRole('columnheader', { name: /mất một phần ba hồ sơ/ });
  await expect(supposed).toBeVisible();
  await expect(table.getByRole('row', { name: /^Công sức/ })).toBeVisible();
  await expect.poll(async () => (await seen(page, plan)).scenarios.length).toBe(2);
  expect((await seen(page, plan)).targets).toEqual([]);

  const before = (await seen(page, plan)).inputs;
  await supposed.getByRole('button', { name: /^Đưa vào bản giao/ }).click();
  await expect(page.getByText(/^Bản giao nay theo phương án/)).toBeVisible();
  const taken = await seen(page, plan);
  expect(taken.targets.length).toBeGreaterThan(20);
  expect(taken.inputs.units.filter(({ volume }) => volume !== null)).toHaveLength(1);

  await part(page, 'Bảng chỉ tiêu').click();
  await expect(await cell(page, 1, /^Chỉ tiêu %/)).not.toHaveText('—');
  await page.getByRole('button', { name: 'Hoàn tác (Ctrl+Z)' }).click();
  await expect(await cell(page, 1, /^Chỉ tiêu %/)).toHaveText('—');
  await expect.poll(async () => (await seen(page, plan)).targets).toEqual([]);
  await expect.poll(async () => (await seen(page, plan)).inputs).toEqual(before);

  await part(page, 'Diễn tập').click();
  await page.getByRole('combobox', { name: /^Năm/ }).click();
  await page.getByRole('option', { name: '2022' }).click();
  await page.getByRole('combobox', { name: /^Chỉ tiêu của/ }).click();
  await page.getByRole('option', { name: 'Bằng nhau' }).click();
  await expect(page.getByText(/^Nếu năm 2022 đã có chỉ tiêu này: \d+\/\d+ xã đạt$/)).toBeVisible();
  const link = page
    .getByRole('row', { name: /Chưa đạt/ })
    .first()
    .getByRole('link')
    .first();
  await expect(link).toHaveAttribute('href', /from=2022-01-01.*to=2022-12-31|2022/);
});
