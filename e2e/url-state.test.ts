import { expect, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

interface Kept {
  name: string;
  path: string;
  /** Something one chooses on the page, each as a step of its own. */
  choose: (page: Page) => Promise<void>;
  /** What the address says then. */
  query: Record<string, string>;
}

async function pick(page: Page, name: RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option }).click();
}

const LISTS: Kept[] = [
  {
    name: 'Đơn vị',
    path: '/don-vi',
    choose: async (page) => {
      await pick(page, /^Loại/, 'Xã, phường, thị trấn');
      await page.getByRole('columnheader', { name: 'Tỷ lệ' }).getByRole('button').click();
    },
    query: { kind: 'COMMUNE', sort: '-rate' },
  },
  {
    name: 'the dossiers behind a figure',
    path: '/so-lieu/169',
    choose: async (page) => {
      await pick(page, /^Tính cho/, 'Riêng đơn vị');
      await page.getByRole('tab', { name: /^Không tính/ }).click();
    },
    query: { scope: 'OWN', tab: 'out' },
  },
  {
    name: 'Thủ tục',
    path: '/thu-tuc',
    choose: async (page) => {
      await pick(page, /^Cấp/, 'Xã');
      await page.getByRole('row').filter({ hasText: '1.000419' }).click();
    },
    query: { tier: 'COMMUNE', open: '1.000419' },
  },
  {
    name: 'Danh mục',
    path: '/danh-muc',
    choose: async (page) => {
      await page.getByRole('tab', { name: /^So sánh/ }).click();
    },
    query: { tab: 'compare' },
  },
  {
    name: 'Giao chỉ tiêu',
    path: '/giao-chi-tieu',
    choose: (page) => pick(page, /^Năm/, '2021'),
    query: { year: '2021' },
  },
  {
    name: 'Hồ sơ',
    path: '/ho-so',
    choose: async (page) => {
      await page.getByRole('tab', { name: /^Biên nhận/ }).click();
      await pick(page, /^Loại/, 'Nhập hồ sơ');
    },
    query: { tab: 'receipts', kind: 'DOSSIERS' },
  },
];

const queryOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

/** What is on the page, without what differs each time it is drawn. */
const contents = async (page: Page): Promise<string> => page.locator('#page').innerText();

for (const { name, path, choose, query } of LISTS) {
  test(`${name} keeps its filters over a reload, back and forward`, async ({ page }) => {
    await page.goto(path);
    await settled(page);
    const before = await contents(page);
    await choose(page);
    await expect.poll(() => queryOf(page)).toEqual(query);
    await settled(page);
    const chosen = await contents(page);
    expect(chosen).not.toBe(before);

    await page.reload();
    await settled(page);
    expect(queryOf(page)).toEqual(query);
    await expect.poll(() => contents(page)).toBe(chosen);

    await expect(async () => {
      await page.goBack();
      expect(queryOf(page)).toEqual({});
    }).toPass();
    await settled(page);
    await expect.poll(() => contents(page)).toBe(before);

    await expect(async () => {
      await page.goForward();
      expect(queryOf(page)).toEqual(query);
    }).toPass();
    await settled(page);
    await expect.poll(() => contents(page)).toBe(chosen);
  });
}

test('what one typed into a search stays over a reload, and is no step back for each letter', async ({ page }) => {
  await page.goto('/don-vi');
  await page.goto('/thu-tuc');
  await page.getByRole('searchbox').pressSequentially('chung thuc');
  await expect.poll(() => queryOf(page)).toEqual({ search: 'chung thuc' });
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('chung thuc');
  await expect(page.getByRole('row').filter({ hasText: '2.000815' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn vị');
});

test('a figure is the same for whoever gets its address', async ({ page, context }) => {
  await page.goto('/?from=2022-01-01&to=2022-03-31');
  await page.getByRole('link', { name: '%' }).first().click();
  await settled(page);
  expect(queryOf(page)).toMatchObject({ to: '2022-03-31' });
  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  expect(await other.locator('#page h1').innerText()).toBe(await page.locator('#page h1').innerText());
  await expect(other.getByText(/%$/).first()).toHaveText(await page.getByText(/%$/).first().innerText());
});
