import { ADMIN } from './server.ts';
import { ask, communesOf, districtsWithoutPlan, INDICATOR, YEAR, type ApiUnit, type Attainment } from './api.ts';
import { expect, NOBODY, test } from './console.ts';
import type { Locator, Page } from '@playwright/test';

test.use({ storageState: NOBODY, permissions: ['clipboard-read', 'clipboard-write'] });

const PROCEDURE = '2.000815';
/** From an open day of March 2022, when the procedure stood on the list at communes, to the next one. */
const DAYS = { NgayTiepNhan: '20220308081500', NgayKetThucXuLy: '20220309101500' };

interface Counts {
  numerator: number;
  denominator: number;
}

/** What the imported file says, and what becomes of it. */
function dossiersOf({ aliases }: ApiUnit) {
  const newer = aliases.find((alias) => /^H55\.\d+\.\d+$/.test(alias)) ?? '';
  const older = aliases.find((alias) => /^000\.\d+\.\d+\.H55$/.test(alias)) ?? '';
  const row = { MaTTHC: PROCEDURE, TrangThaiHoSo: '10', KenhThucHien: '2', ...DAYS };
  const codes = {
    online: `${newer}-220308-9001`,
    older: `${older}-220308-9002`,
    atCounter: `${newer}-220308-9003`,
    withdrawn: `${newer}-220308-9004`,
    bad: `${newer}-220308-9005`,
  };
  const rows = [
    { ...row, MaHoSo: codes.online },
    { ...row, MaHoSo: codes.older, MaTTHC: `${PROCEDURE}.000.00.00.H55` },
    { ...row, MaHoSo: codes.atCounter, KenhThucHien: '1' },
    { ...row, MaHoSo: codes.withdrawn, TrangThaiHoSo: '7' },
    { ...row, MaHoSo: codes.bad, KenhThucHien: '9' },
  ];
  return { codes, file: rows.map((one) => JSON.stringify(one)).join('\n') };
}

/** As the pages write a rate: two decimals, half up, on whole numbers. */
function written({ numerator, denominator }: Counts): string {
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')} %`;
}

const plus = (counts: Counts, numerator: number, denominator: number): Counts => ({
  numerator: counts.numerator + numerator,
  denominator: counts.denominator + denominator,
});

const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Các mục' }).getByRole('link', { name, exact: true });

async function signIn(page: Page): Promise<void> {
  await page.goto('/ho-so');
  await page.getByLabel('Tên đăng nhập').fill(ADMIN.username);
  await page.getByLabel('Mật khẩu').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ', exact: true }), 'where one wanted to go').toBeVisible();
}

/** The rate of a commune on «Đơn vị», found by its name without marks. */
async function expectRateOnUnits(page: Page, unit: ApiUnit, counts: Counts): Promise<void> {
  await place(page, 'Đơn vị').click();
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill(unit.code);
  await expect(page.getByRole('row').filter({ hasText: unit.code }).getByRole('link')).toHaveText(written(counts));
}

/** The explanation of its figure: rate, both counts, the comparison of the three lists with them. */
async function expectFigure(page: Page, unit: ApiUnit, counts: Counts): Promise<void> {
  const figure = page.getByRole('region', { name: unit.name, exact: true });
  await expect(figure.getByText(written(counts), { exact: true })).toBeVisible();
  await expect(figure.getByText(String(counts.numerator), { exact: true })).toBeVisible();
  await expect(figure.getByText(String(counts.denominator), { exact: true })).toBeVisible();
}

async function expectReceipt(page: Page, counts: Record<string, number>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    const fact = page.locator('dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) });
    await expect(fact.locator('dd')).toHaveText(String(count));
  }
}

async function importFile(page: Page, file: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mot-cua.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(file) });
  await expect(page.getByText('Đã kiểm tra, chưa lưu gì')).toBeVisible();
  await expectReceipt(page, { 'Số dòng': 5, 'Sẽ thêm mới': 4, 'Sẽ cập nhật': 0, Lỗi: 1 });
  await page.getByRole('button', { name: 'Nhận 4 dòng' }).click();
  await expect(page.getByText('Đã nhận, còn dòng cần sửa')).toBeVisible();
  await expectReceipt(page, { 'Số dòng': 5, 'Thêm mới': 4, 'Cập nhật': 0, 'Không đổi': 0, Lỗi: 1 });
}

async function mendRow(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Sửa 1 dòng lỗi' }).click();
  const row = page.locator('[data-mend]').filter({ hasText: code });
  await expect(page.locator('[data-mend]')).toHaveCount(1);
  await row.getByLabel('Kênh thực hiện (KenhThucHien)').selectOption('2');
  await row.getByRole('button', { name: 'Nhận', exact: true }).click();
  await expect(page.getByText(`Đã nhận ${code}`)).toBeVisible();
}

/** Opens one of the three lists and gives how many it says it has. */
async function openList(page: Page, name: string): Promise<number> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.click();
  const total = /(\d[\d.]*)\s*$/.exec(await tab.innerText())?.[1]?.replaceAll('.', '') ?? '';
  await expect(page.getByText(new RegExp(`trong ${total} hồ sơ`))).toBeVisible();
  return Number(total);
}

/** Scrolls a list until the row of a dossier is drawn; more rows are fetched on the way. */
async function rowOf(page: Page, code: string): Promise<Locator> {
  const list = page.getByRole('grid', { name: 'Hồ sơ đứng sau con số' });
  const row = list.getByRole('row').filter({ hasText: code });
  await list.locator('[data-row][tabindex="0"]').focus();
  await expect(async () => {
    if ((await row.count()) === 0) await page.keyboard.press('PageDown');
    await expect(row).toBeVisible({ timeout: 200 });
  }).toPass();
  return row;
}

test('from a file of dossiers to the rate of a commune, and from the rate back to the dossiers', async ({ page }) => {
  await signIn(page);
  const district = (await districtsWithoutPlan(page.request))[0];
  const communes = await communesOf(page.request, district?.code ?? '');
  const commune = communes.find(({ attainment: { denominator } }) => denominator > 100 && denominator < 250)!;
  const before = commune.attainment;
  const { codes, file } = dossiersOf(commune);

  await test.step('the rate before', () => expectRateOnUnits(page, commune, before));
  await test.step('the import, checked first, then taken', async () => {
    await place(page, 'Hồ sơ').click();
    await importFile(page, file);
  });
  await test.step('the rate after: two more online of three more', () =>
    expectRateOnUnits(page, commune, plus(before, 2, 3)));
  await test.step('the bad row, mended where it lies', async () => {
    await place(page, 'Hồ sơ').click();
    await mendRow(page, codes.bad);
  });
  const after = plus(before, 3, 4);
  await test.step('the rate once more, and what stands behind it', async () => {
    await expectRateOnUnits(page, commune, after);
    await page.getByRole('row').filter({ hasText: commune.code }).getByRole('link').click();
    await expectFigure(page, commune, after);
  });
  await test.step('the three lists, each dossier with its reason', async () => {
    expect(await openList(page, 'Tính, không trực tuyến')).toBe(after.denominator - after.numerator);
    await expect(await rowOf(page, codes.atCounter)).toContainText('Trực tiếp');
    const out = await openList(page, 'Không tính');
    expect(out).toBe(await notCounted(page, commune));
    await expect(await rowOf(page, codes.withdrawn)).toContainText(/rút/);
    expect(await openList(page, 'Tính, trực tuyến')).toBe(after.numerator);
    await expect(await rowOf(page, codes.bad)).toContainText('Trực tuyến');
    await expect(await rowOf(page, codes.older)).toContainText('Trực tuyến');
  });
});

async function notCounted(page: Page, { code }: ApiUnit): Promise<number> {
  const { dossiers } = await ask<{ dossiers: { totalCount: number } }>(
    page.request,
    `query ($unit: ID!, $indicator: ID!, $from: Date!, $to: Date!) {
      dossiers(unit: $unit, indicator: $indicator, from: $from, to: $to, countedAs: NOT_COUNTED, first: 1) { totalCount }
    }`,
    { unit: code, indicator: INDICATOR, ...YEAR },
  );
  return dossiers.totalCount;
}

/** The cells of the column that targets are typed into, one a unit; the district's own dossiers get none. */
async function targetCells(page: Page): Promise<Locator> {
  const head = page.getByRole('columnheader', { name: /^Chỉ tiêu %/ });
  const column = await head.getAttribute('aria-colindex');
  const rows = page
    .locator('tr')
    .filter({ has: page.getByRole('rowheader') })
    .filter({ hasNotText: 'tự giải quyết' });
  return rows.locator(`[aria-colindex="${column ?? ''}"]`);
}

/** Follows the bar of steps: its one button opens the dialog of the move. */
async function decide(
  page: Page,
  next: string,
  move: string,
  fill: () => Promise<void> = async () => undefined,
): Promise<void> {
  const steps = page.getByRole('region', { name: 'Các bước lập bản giao' });
  await steps.getByRole('button', { name: next, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill();
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await expect(dialog).toBeHidden();
}

interface SavedPlan {
  targetPlan: {
    state: string;
    rollUp: { achieved: number; required: number; feasible: boolean };
    targets: { unit: { code: string }; percent: number }[];
  };
}

const savedPlan = async (page: Page): Promise<SavedPlan['targetPlan']> => {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const query = `query ($id: ID!) { targetPlan(id: $id) {
    state rollUp { achieved required feasible } targets { unit { code } percent }
  } }`;
  return (await ask<SavedPlan>(page.request, query, { id })).targetPlan;
};

const inPercent = (value: number): string => value.toFixed(2).replace('.', ',');

test('a column pasted into a plan, undone, pasted again, and issued', async ({ page }) => {
  await signIn(page);
  const district = (await districtsWithoutPlan(page.request))[0]!;
  const communes = await communesOf(page.request, district.code);
  const targets = communes.map((_, i) => [62.5, 60, 65.25, 70][i % 4]!);
  const shown = targets.map(inPercent);

  await test.step('a plan begun from the list', async () => {
    await place(page, 'Giao chỉ tiêu').click();
    const row = page.getByRole('row').filter({ hasText: district.name });
    await row.getByRole('button', { name: 'Lập bản giao' }).click();
    const begin = page.getByRole('dialog');
    await begin.getByLabel('Dự kiến có hiệu lực từ').fill('15/02/2022');
    await begin.getByRole('button', { name: 'Lập bản giao' }).click();
    await expect(page.getByText('Dự kiến có hiệu lực từ 15/02/2022')).toBeVisible();
    await expect(page.getByText(/^Dự thảo · v\d+$/)).toBeVisible();
  });
  const cells = await targetCells(page);
  const rollUp = page.getByRole('region', { name: 'Tổng hợp' });
  const nothing = communes.map(() => '—');

  await test.step('numbers proposed before anybody asked, and a short way to them by the keyboard', async () => {
    await expect(page.getByRole('button', { name: 'Nhận tất cả', exact: true })).toBeVisible();
    await page.locator('#page').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Đến bảng chỉ tiêu' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cells.first()).toBeFocused();
  });
  await test.step('the paste, and the whole of it undone', async () => {
    await expect(cells).toHaveText(nothing);
    await expect(rollUp).toContainText('Còn thiếu');
    // As a spreadsheet puts a column of numbers there: a row a line, some without decimals, with commas.
    const column = targets.map((target) => String(target).replace('.', ',')).join('\r\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), column);
    await cells.first().click();
    await page.keyboard.press('Control+V');
    await expect(cells).toHaveText(shown);
    await page.keyboard.press('Control+Z');
    await expect(cells).toHaveText(nothing);
    await page.keyboard.press('Control+V');
    await expect(cells).toHaveText(shown);
  });
  await test.step('the remainder at every keystroke', async () => {
    await expect(rollUp).toContainText(/Đạt, dư [\d,]+ điểm/);
    const before = await rollUp.innerText();
    await cells.first().click();
    await page.keyboard.type('1');
    await expect(rollUp).not.toHaveText(before);
    await page.keyboard.press('Escape');
    await expect(cells).toHaveText(shown);
  });
  await test.step('what the screen says is what the server has', async () => {
    await expect(page.getByText(/^Đã lưu \d/)).toBeVisible();
    const { rollUp: saved } = await savedPlan(page);
    expect(saved.feasible).toBe(true);
    await expect(rollUp).toContainText(`${inPercent(saved.achieved)} %`);
    await expect(rollUp).toContainText(`Đạt, dư ${surplus(saved)} điểm`);
  });
  await test.step('submitted, approved, issued by a decision', async () => {
    await decide(page, 'Xem lại và trình', 'Trình duyệt');
    await expect(page.getByText(/^Đã trình · v\d+$/)).toBeVisible();
    await decide(page, 'Xem lại để duyệt', 'Duyệt');
    await expect(page.getByText(/^Đã duyệt · v\d+$/)).toBeVisible();
    await decide(page, 'Điền số và ban hành', 'Ban hành', async () => {
      await page.getByLabel('Số quyết định').fill('1234');
      await page.getByLabel('Ngày ký').fill('01/03/2022');
    });
    await expect(page.getByText(/^Đã ban hành · v\d+$/)).toBeVisible();
    await expect(page.getByText(/^Quyết định số 1234\/QĐ-UBND ngày/)).toBeVisible();
  });
  await test.step('nothing changes it any more', async () => {
    const issued = await targetCells(page);
    await issued.first().click();
    await page.keyboard.type('12');
    await page.keyboard.press('Delete');
    await expect(issued).toHaveText(shown);
    for (const cell of await issued.all()) await expect(cell).toHaveAttribute('aria-readonly', 'true');
  });
  await test.step('its history says from what to what, and amending it asks from when and why first', async () => {
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    const history = page.getByRole('dialog', { name: 'Lịch sử' });
    await expect(history.getByText(`để trống → ${inPercent(targets[0]!)}`).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sửa đổi' }).click();
    const amend = page.getByRole('dialog', { name: 'Sửa đổi bản giao chỉ tiêu' });
    await expect(amend.getByText('Các đơn vị của ngày này không đổi.')).toBeVisible();
    await amend.getByRole('button', { name: 'Lập bản sửa đổi' }).click();
    await expect(amend.getByText('Hãy nêu vì sao sửa đổi.')).toBeVisible();
    await amend.getByRole('button', { name: 'Hủy' }).click();
    await expect(page.getByText(/^Đã ban hành · v\d+$/)).toBeVisible();
  });
  await test.step('and every commune is measured against it', async () => {
    const measured = await communesOf(page.request, district.code);
    expect(measured.map(({ attainment }: { attainment: Attainment }) => attainment.target)).toEqual(targets);
  });
});

const surplus = ({ achieved, required }: SavedPlan['targetPlan']['rollUp']): string =>
  inPercent((Math.round(achieved * 100) - Math.round(required * 100)) / 100).replace(/,?0+$/, '');
