import type { APIRequestContext, Page } from '@playwright/test';
import { ask, INDICATOR, YEAR } from './api.ts';
import { expect, settled, test } from './console.ts';

const DAY = '2022-04-01';
const NUMBER = '940/QĐ-UBND';

interface Listed {
  procedures: { nodes: { code: string; tiers: string[]; listEntries: { list: { code: string } }[] }[] };
}

/** Procedures in force that stand on no list, each with a tier at which it is carried out. */
async function unlisted(request: APIRequestContext, count: number): Promise<{ code: string; tier: string }[]> {
  const { procedures } = await ask<Listed>(
    request,
    `{ procedures(first: 500, inForceOn: "${DAY}") { nodes { code tiers listEntries { list { code } } } } }`,
  );
  return procedures.nodes
    .filter(({ listEntries, tiers }) => listEntries.length === 0 && tiers.length > 0)
    .slice(0, count)
    .map(({ code, tiers }) => ({ code, tier: tiers[0] ?? '' }));
}

async function entryCount(request: APIRequestContext): Promise<number> {
  const { serviceList } = await ask<{ serviceList: { entryCount: number } }>(
    request,
    `{ serviceList(code: "QD402") { entryCount(on: "${DAY}") } }`,
  );
  return serviceList.entryCount;
}

async function denominator(request: APIRequestContext): Promise<number> {
  const { attainments } = await ask<{ attainments: { denominator: number }[] }>(
    request,
    `{ attainments(indicator: "${INDICATOR}", from: "${YEAR.from}", to: "${YEAR.to}", kind: PROVINCE) { denominator } }`,
  );
  return attainments[0]?.denominator ?? 0;
}

const TIERS: Readonly<Record<string, string>> = { PROVINCE: 'Cấp tỉnh', DISTRICT: 'Cấp huyện', COMMUNE: 'Cấp xã' };

/** As Excel copies it: a title row, numbered rows, one column that tells the page. */
function tableOf(services: { code: string; tier: string }[]): string {
  const rows = services.map(({ code, tier }, i) =>
    [i + 1, code, `Dịch vụ số ${i + 1}`, TIERS[tier], 'Mức độ 4', `Phụ lục I, trang ${1 + Math.floor(i / 10)}`].join(
      '\t',
    ),
  );
  return [['STT', 'Mã TTHC', 'Tên TTHC', 'Cấp thực hiện', 'Mức độ', 'Phụ lục'].join('\t'), ...rows].join('\n');
}

/** As Word copies the parts of a decision about procedures: a title of each part, then its rows. */
function partsOf([amended, replaced, successor, repealed]: { code: string }[]): string {
  return [
    'STT\tMã TTHC\tTên TTHC\tThay thế bằng',
    'A. THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG',
    `1\t${amended?.code}\tThủ tục một\t`,
    'B. THỦ TỤC HÀNH CHÍNH ĐƯỢC THAY THẾ',
    `1\t${replaced?.code}\tThủ tục hai\t${successor?.code}`,
    'C. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ',
    `1\t${repealed?.code}\tThủ tục ba\t`,
  ].join('\n');
}

async function lastDay(request: APIRequestContext, code: string): Promise<string | null | undefined> {
  const { procedure } = await ask<{ procedure: { periods: { to: string | null }[] } }>(
    request,
    `{ procedure(code: "${code}") { periods { to } } }`,
  );
  return procedure.periods.at(-1)?.to;
}

/** A page with a line on it, whole enough for any viewer. */
function paper(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    '<< /Length 44 >>\nstream\nBT /F 24 Tf 72 740 Td (940/QD-UBND) Tj ET    \nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

async function pasteTable(page: Page, table: string): Promise<void> {
  await page.getByLabel('Dán bảng từ Excel hoặc Word').fill(table);
  await page.getByRole('button', { name: 'Thêm các dòng này' }).click();
}

test('a decision adds forty services, names a unit, and ends procedures: pasted, tried, entered, found again, undone', async ({
  page,
}) => {
  const found = await unlisted(page.request, 45);
  expect(found).toHaveLength(45);
  const [services, named, others] = [found.slice(0, 40), found[40]?.code ?? '', found.slice(41)];
  const [, replaced, , repealed] = others.map(({ code }) => code);
  const before = { entries: await entryCount(page.request), denominator: await denominator(page.request) };

  await test.step('the header, with its paper', async () => {
    await page.goto('/danh-muc/quyet-dinh-moi?list=QD402');
    await page.getByLabel('Số quyết định').fill(NUMBER);
    await page.getByLabel('Ngày ký').fill('15032022');
    await page.getByLabel('Hiệu lực từ').fill('01042022');
    await page.getByLabel('Người ký').fill('Trịnh Việt Hùng');
    await page.getByLabel('Trích yếu').fill('Bổ sung dịch vụ công trực tuyến mức độ 4');
    const file = { name: 'Quyết định 940.pdf', mimeType: 'application/pdf', buffer: paper() };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('link', { name: 'Quyết định 940.pdf' })).toBeVisible();
  });

  await test.step('the lines, one of them wrong and mended in place', async () => {
    await pasteTable(page, tableOf(services).replace('Mức độ 4', 'Mức độ 5'));
    await expect(page.getByText('Không đọc được “Mức độ 5”.')).toBeVisible();
    await page.getByRole('button', { name: 'Xem trước tác động' }).click();
    await expect(page.getByText('1 dòng cần sửa.')).toBeVisible();
    await page.locator('[data-line]').first().getByLabel('Mức độ').selectOption('LEVEL_4');
  });

  await test.step('a line for one unit, whose name nobody knows until it is mended', async () => {
    await pasteTable(page, `Mã\tMức độ\tĐơn vị\n${named}\tMức độ 4\tUBND xã Không Có`);
    await expect(page.getByText('Không có đơn vị này.')).toBeVisible();
    const unit = page.getByLabel('Đơn vị của dòng 41');
    await expect(unit).toHaveValue('UBND xã Không Có');
    await unit.fill('05503');
    await expect(page.getByText('Không có đơn vị này.')).toBeHidden();
    await expect(page.locator('[data-line]').last().getByLabel('Cấp')).toHaveValue('COMMUNE');
  });

  await test.step('what it says of procedures in force, by the titles of its parts', async () => {
    await pasteTable(page, partsOf(others));
    const actions = page.locator('[data-line]').getByLabel('Việc');
    await expect(actions.nth(41)).toHaveValue('AMENDED');
    await expect(actions.nth(42)).toHaveValue('REPLACED');
    await expect(actions.nth(43)).toHaveValue('REPEALED');
    await expect(page.getByLabel('Thủ tục thay cho dòng 43')).toHaveValue(others[2]?.code ?? '');
  });

  await test.step('one thing done to chosen lines, and taken back', async () => {
    await page.getByLabel('Chọn dòng 42').check();
    await page.getByLabel('Chọn dòng 44').check();
    await page.getByLabel('Đặt việc').selectOption('ENFORCED');
    await page.getByRole('button', { name: 'Áp dụng cho 2 dòng' }).click();
    await expect(page.locator('[data-line]').getByLabel('Việc').nth(43)).toHaveValue('ENFORCED');
    await page.getByRole('button', { name: 'Xem trước tác động' }).click();
    await expect(page.getByText(/đã có hiệu lực/).first()).toBeVisible();
    expect(await lastDay(page.request, repealed ?? '')).toBeNull();
    await page.locator('[data-line]').getByLabel('Việc').nth(41).selectOption('AMENDED');
    await page.locator('[data-line]').getByLabel('Việc').nth(43).selectOption('REPEALED');
  });

  await test.step('what it would do, while nothing has changed', async () => {
    await page.getByRole('button', { name: 'Xem trước tác động' }).click();
    const preview = page.getByRole('region', { name: 'Xem trước' });
    await expect(preview.getByText('Danh mục QD402 từ 01/04/2022: 41 dòng mới')).toBeVisible();
    await expect(preview.getByRole('button', { name: /\+41/ })).toBeVisible();
    const periods = preview.getByRole('region', { name: 'Thời gian có hiệu lực' });
    await expect(periods.getByText('3 thủ tục')).toBeVisible();
    await expect(periods.getByRole('listitem').last()).toContainText('31/03/2022');
    await settled(page);
    expect(await entryCount(page.request)).toBe(before.entries);
    expect(await lastDay(page.request, repealed ?? '')).toBeNull();
    expect(await denominator(page.request)).toBe(before.denominator);
  });
  const told = (await page.locator('[data-effect]').allInnerTexts()).join('\n');

  await test.step('done: the list of that day has its entries more, procedures end, and the figures follow as was told', async () => {
    await page.getByRole('button', { name: 'Nhập quyết định' }).click();
    await expect(page.getByRole('tab', { name: /Quyết định/ })).toHaveAttribute('aria-selected', 'true');
    expect(await entryCount(page.request)).toBe(before.entries + 41);
    expect(await lastDay(page.request, repealed ?? '')).toBe('2022-03-31');
    expect(await lastDay(page.request, replaced ?? '')).toBe('2022-03-31');
    const grown = (await denominator(page.request)) - before.denominator;
    if (grown > 0) expect(told).toContain(`mẫu số 2022 +${grown.toLocaleString('vi-VN')} hồ sơ`);
  });

  await test.step('its own page: header, paper in place, each line with its page', async () => {
    await page.getByRole('link', { name: 'Mở trang quyết định' }).click();
    await expect(page.getByRole('heading', { name: NUMBER })).toBeVisible();
    await expect(page.getByText('Trịnh Việt Hùng')).toBeVisible();
    await expect(page.getByText('Phụ lục I, trang 1').first()).toBeAttached();
    await page.getByRole('button', { name: 'Xem văn bản' }).click();
    await expect(page.locator('iframe')).toHaveAttribute('src', /^\/files\/[\da-f]{64}$/);
  });

  await test.step('the page of all decisions: found without marks, told by what it did, opened by the keyboard', async () => {
    await page.goto('/quyet-dinh');
    await page.getByLabel('Tìm quyết định').fill('trinh viet hung bo sung');
    const row = page.getByRole('row', { name: new RegExp(NUMBER) });
    await expect(row).toContainText('41 đưa vào · 1 sửa đổi · 1 thay thế · 1 bãi bỏ');
    await page.getByLabel('Năm ký').selectOption('2022');
    await expect(page).toHaveURL(/year=2022/);
    await settled(page);
    await row.focus();
    await expect(row).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Hiệu lực của thủ tục' })).toContainText(repealed ?? '');
  });

  await test.step('the slider goes through the decisions by keys', async () => {
    await page.goto('/danh-muc?on=2022-12-31');
    const slider = page.getByRole('slider', { name: 'Danh mục theo quyết định' });
    await slider.focus();
    await slider.press('Home');
    await expect(page).toHaveURL(/on=2021-02-18/);
    await slider.press('End');
    await expect(slider).not.toHaveAttribute('aria-valuetext', 'trước mọi quyết định');
  });

  await test.step('all of it taken back as the one step that it was', async () => {
    const { catalogueSteps } = await ask<{ catalogueSteps: { nodes: { id: string; lines: number; facts: object }[] } }>(
      page.request,
      '{ catalogueSteps { nodes { id lines facts } } }',
    );
    const step = catalogueSteps.nodes.find(({ facts }) => 'decision' in facts && facts.decision === NUMBER);
    expect(step?.lines).toBe(44);
    await ask(page.request, 'mutation ($id: ID!) { undoStep(id: $id) { id } }', { id: step?.id });
    expect(await entryCount(page.request)).toBe(before.entries);
    expect(await lastDay(page.request, repealed ?? '')).toBeNull();
  });
});

test('two officers change one decision: both values and what they began from are shown, and one is chosen', async ({
  page,
}) => {
  const header = { number: '941/QĐ-UBND', issuedOn: '2022-03-16' };
  const save = `mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id version } }`;
  const made = await ask<{ saveDecision: { id: string } }>(page.request, save, {
    input: { ...header, title: 'Bản đầu', signer: 'Một' },
  });
  const { id } = made.saveDecision;
  await page.goto(`/quyet-dinh/${id}?edit=1`);
  await page.getByLabel('Trích yếu').fill('Của tôi');
  await ask(page.request, save, { input: { id, ...header, title: 'Của đồng nghiệp', signer: 'Hai' } });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /941\/QĐ-UBND đã được người khác nhập hoặc sửa/ });
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await expect(dialog.getByText('Bản đầu')).toBeVisible();
  await expect(dialog.getByText('Của đồng nghiệp')).toBeVisible();
  await dialog.getByRole('radio', { name: /Của tôi/ }).check();
  await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await expect(dialog).toBeHidden();
  // The dialogue closes before what was chosen is stored.
  const stored = async (): Promise<unknown> =>
    (await ask<{ decision: unknown }>(page.request, `{ decision(id: "${id}") { version title signer } }`)).decision;
  await expect.poll(stored).toEqual({ version: 3, title: 'Của tôi', signer: 'Hai' });
});
