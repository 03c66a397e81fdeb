import type { APIRequestContext, Page } from '@playwright/test';
import { ask, communesOf, INDICATOR, YEAR, type ApiUnit } from './api.ts';
import { expect, test } from './console.ts';

/** The district whose communes the walk is about: nothing else here counts its dossiers. */
const DISTRICT = '173';
const PROCEDURE = '2.000815';
/** Two digits of it exchanged. */
const SLIP = '2.000851';

const newer = ({ aliases }: ApiUnit): string => aliases.find((alias) => /^H55\.\d+\.\d+$/.test(alias)) ?? '';

function dossiers(organisation: string, month: string, from: number, count: number, facts: object = {}): object[] {
  return Array.from({ length: count }, (_, at) => ({
    MaHoSo: `${organisation}-22${month}08-${String(from + at).padStart(5, '0')}`,
    MaTTHC: PROCEDURE,
    TrangThaiHoSo: '10',
    KenhThucHien: '2',
    NgayTiepNhan: `2022${month}08081500`,
    NgayKetThucXuLy: `2022${month}09101500`,
    ...facts,
  }));
}

interface Sent {
  batch: string;
  rejected: number;
  held?: boolean;
}
async function send(request: APIRequestContext, rows: object[], query = ''): Promise<Sent> {
  const answer = await request.post(`/ingest/dossiers${query}`, { data: rows });
  return ((await answer.json()) as { result: Sent }).result;
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

const card = (page: Page, text: string) => page.locator(`[data-cause="${text}"]`);

test('three decisions mend three hundred rows, the figures move, and one decision is taken back', async ({
  page,
  request,
}) => {
  const communes = await communesOf(request, DISTRICT);
  const [known] = communes.filter((unit) => newer(unit) !== '');
  if (!known) throw new Error('no commune has an identifier');
  const stranger = newer(known).replace(/\.\d+$/, '.987');
  const before = await counted(request, DISTRICT);
  const sent = await send(
    request,
    [
      ...dossiers(newer(known), '03', 41_001, 100, { MaTTHC: SLIP }),
      ...dossiers(newer(known), '03', 42_001, 50, { KenhThucHien: '02' }),
      ...dossiers(stranger, '03', 43_001, 150, { DonViXuLy: 'Đơn vị thử' }),
    ],
    '?expected=301',
  );
  expect(sent.rejected).toBe(300);

  await page.goto('/ho-so?tab=desk');
  await expect(card(page, stranger).getByText('150', { exact: true })).toBeVisible();
  await expect(card(page, SLIP).getByText('Hai chữ số bị đảo chỗ.')).toBeVisible();

  // What it would come to, then one click.
  await card(page, SLIP).getByRole('button', { name: 'Xem trước' }).click();
  await expect(card(page, SLIP).locator('[data-foreseen]')).toContainText('100 trong 100');
  await card(page, SLIP)
    .getByRole('button', { name: /^Nhận gợi ý/ })
    .click();
  await expect(card(page, SLIP)).toHaveCount(0);

  // The keyboard alone.
  await card(page, '02')
    .getByRole('button', { name: /^Nhận gợi ý/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(card(page, '02')).toHaveCount(0);

  // None of the suggestions: chosen by name.
  const other = card(page, stranger).getByRole('button', { name: 'Chọn khác' });
  if (await other.isVisible()) await other.click();
  const field = card(page, stranger).getByRole('combobox', { name: 'Đơn vị có mã này' });
  await field.fill(known.code);
  await page.getByRole('option').first().click();
  await card(page, stranger).getByRole('button', { name: 'Sửa 150 dòng' }).click();
  await expect(card(page, stranger)).toHaveCount(0);
  expect(await counted(request, DISTRICT)).toBe(before + 300);

  // Taken back as one step: its rows wait again.
  const decision = page.locator('[data-decision]').filter({ hasText: stranger }).first();
  await decision.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(card(page, stranger).getByText('150', { exact: true })).toBeVisible();
  expect(await counted(request, DISTRICT)).toBe(before + 150);

  // Put aside with a reason.
  await card(page, stranger)
    .getByRole('button', { name: /^Bỏ cả/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Đơn vị thử nghiệm.');
  await dialog.getByRole('button', { name: /^Bỏ cả/ }).click();
  await expect(card(page, stranger)).toHaveCount(0);

  // The receipt says what its sender claims, and names the body.
  await page.goto(`/ho-so?tab=receipts&batch=${sent.batch}`);
  await expect(page.locator('[data-control]')).toContainText('THIẾU 1 dòng');
  await expect(page.locator('[data-checksum]')).toHaveText(/^[0-9a-f]{64}$/);
  await expect(page.getByRole('link', { name: 'XLSX' })).toBeVisible();
});

test('nothing is decided by a press too many, and rows with a value of their own are mended one by one', async ({
  page,
  request,
}) => {
  const communes = await communesOf(request, DISTRICT);
  const known = communes.filter((unit) => newer(unit) !== '').at(1);
  if (!known) throw new Error('no commune has an identifier');
  await send(request, [
    ...dossiers(newer(known), '04', 61_001, 6, { MaTTHC: 'x/' }),
    ...dossiers(newer(known), '04', 62_001, 5, { NgayKetThucXuLy: '20220401000000' }),
    ...dossiers(newer(known), '04', 63_001, 4, { KenhThucHien: '8' }),
    ...dossiers(newer(known), '04', 64_001, 3, { KenhThucHien: 'TRUCTUYEN' }),
    ...dossiers(newer(known), '04', 65_001, 2, { NgayTiepNhan: '31/13/2022' }),
  ]);
  await page.goto('/ho-so?tab=desk');
  // Neither an empty field nor a list that nobody chose from.
  await expect(card(page, 'x/').getByRole('button', { name: 'Sửa 6 dòng' })).toBeDisabled();
  await card(page, 'x/').getByRole('textbox').press('Enter');
  await expect(card(page, '8').getByRole('button', { name: 'Sửa 4 dòng' })).toBeDisabled();
  await expect(card(page, '8').getByRole('combobox')).toContainText('Chọn');
  await expect(card(page, 'x/').getByText('6', { exact: true })).toBeVisible();

  // The form of a time is said to be one, with what stands in a row.
  await expect(card(page, '99/99/9999').locator('[data-form]')).toHaveText('dạng ##/##/####, ví dụ 31/13/2022');

  // After a decision the keyboard is at the next heading.
  await card(page, 'TRUCTUYEN')
    .getByRole('button', { name: /^Nhận gợi ý cho 3 dòng/ })
    .press('Enter');
  await expect(card(page, 'TRUCTUYEN')).toHaveCount(0);
  await expect(page.locator('h2:focus')).toHaveCount(1);

  // A finish before the reception has no one value: the way to these rows alone.
  const one = card(page, 'FINISH_BEFORE_RECEPTION');
  await expect(one.getByRole('textbox')).toHaveCount(0);
  const count = Number(await one.locator('header b').first().innerText());
  await one.getByRole('link', { name: `Sửa từng dòng (${count})` }).click();
  await expect(page.locator('[data-mend]')).toHaveCount(count);
  await page.getByRole('button', { name: 'Xem dòng lỗi của mọi nguyên nhân' }).click();
  await expect(page.locator('[data-mend]')).not.toHaveCount(count);

  // A code that waits there is told from one that never came.
  await page.goto('/ho-so?tab=find');
  await page.getByLabel('Tìm một hồ sơ theo mã').fill(`${newer(known)}-220408-61001`);
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(page.locator('section[data-waiting]')).toContainText('1 dòng mang mã này đang chờ sửa.');
  await page.locator('section[data-waiting]').getByRole('link').click();
  await expect(page.locator('[data-mend]')).toHaveCount(1);
});

test('an import that jumps is held, looked at and taken', async ({ page, request }) => {
  const communes = await communesOf(request, DISTRICT);
  const known = communes.filter((unit) => newer(unit) !== '').at(-1);
  if (!known) throw new Error('no commune has an identifier');
  await page.goto('/ho-so?tab=desk');
  await page.getByRole('button', { name: /^Khi nào giữ lại/ }).click();
  const rules = page.getByRole('dialog');
  await rules.getByLabel('Giữ lại lần nhập nhảy vọt').check();
  await rules.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('button', { name: 'Khi nào giữ lại: đang bật' })).toBeVisible();
  try {
    const before = await counted(request, DISTRICT);
    const sent = await send(request, dossiers(newer(known), '11', 51_001, 6_000));
    expect(sent.held).toBe(true);
    expect(await counted(request, DISTRICT)).toBe(before);
    await page.reload();
    const held = page.locator('[data-held]').first();
    await expect(held).toContainText(known.name);
    await held.getByRole('button', { name: 'Cho nhận' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill('Đã hỏi lại: nhập bù cả quý.');
    await page.getByRole('dialog').getByRole('button', { name: 'Cho nhận' }).click();
    await expect(page.locator('[data-held]')).toHaveCount(0);
    // What was decided stays in sight with its reason, and its receipt says what became of it.
    const settled = page.locator('[data-settled]').first();
    await expect(settled).toContainText('Đã hỏi lại: nhập bù cả quý.');
    await expect(settled).toContainText('Đã cho nhận 6.000 dòng');
    await settled.getByRole('link', { name: 'Biên nhận' }).click();
    await expect(page.locator('[data-held-state]')).toContainText('Đã cho nhận 6.000 dòng');
    await page.goto('/ho-so?tab=desk');
    expect(await counted(request, DISTRICT)).toBeGreaterThan(before);
  } finally {
    await page.getByRole('button', { name: /^Khi nào giữ lại/ }).click();
    await page.getByRole('dialog').getByLabel('Giữ lại lần nhập nhảy vọt').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByRole('button', { name: 'Khi nào giữ lại: chưa bật' })).toBeVisible();
  }
});
