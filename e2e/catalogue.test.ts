import type { APIRequestContext, Page } from '@playwright/test';
import { ask, INDICATOR, YEAR } from './api.ts';
import { expect, settled, test } from './console.ts';

const DAY = '2022-04-01';
const NUMBER = '940/QĐ-UBND';

interface Listed {
  procedures: { nodes: { code: string; tiers: string[]; listEntries: { list: { code: string } }[] }[] };
}

/** Forty procedures that stand on no list, each with a tier at which it is carried out. */
async function unlisted(request: APIRequestContext): Promise<{ code: string; tier: string }[]> {
  const { procedures } = await ask<Listed>(
    request,
    `{ procedures(first: 500, inForceOn: "${DAY}") { nodes { code tiers listEntries { list { code } } } } }`,
  );
  return procedures.nodes
    .filter(({ listEntries, tiers }) => listEntries.length === 0 && tiers.length > 0)
    .slice(0, 40)
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

test('a decision adds forty services from a pasted table: tried, entered, found again with its paper', async ({
  page,
}) => {
  const services = await unlisted(page.request);
  expect(services).toHaveLength(40);
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

  await test.step('what it would do, while nothing has changed', async () => {
    await page.getByRole('button', { name: 'Xem trước tác động' }).click();
    const preview = page.getByRole('region', { name: 'Xem trước' });
    await expect(preview.getByText('Danh mục QD402 từ 01/04/2022: 40 dòng mới')).toBeVisible();
    await expect(preview.getByRole('button', { name: /\+40/ })).toBeVisible();
    await settled(page);
    expect(await entryCount(page.request)).toBe(before.entries);
    expect(await denominator(page.request)).toBe(before.denominator);
  });
  const told = await page.locator('[data-effect]').innerText();

  await test.step('done: the list of that day has forty entries more, and the figures follow as was told', async () => {
    await page.getByRole('button', { name: 'Nhập quyết định' }).click();
    await expect(page.getByRole('tab', { name: /Quyết định/ })).toHaveAttribute('aria-selected', 'true');
    expect(await entryCount(page.request)).toBe(before.entries + 40);
    const grown = (await denominator(page.request)) - before.denominator;
    const text = grown === 0 ? 'Không đổi số liệu nào' : `Mẫu số +${grown.toLocaleString('vi-VN')} hồ sơ`;
    expect(told).toBe(text);
  });

  await test.step('its own page: header, paper in place, each line with its page', async () => {
    await page.getByRole('link', { name: 'Mở trang quyết định' }).click();
    await expect(page.getByRole('heading', { name: NUMBER })).toBeVisible();
    await expect(page.getByText('Trịnh Việt Hùng')).toBeVisible();
    await expect(page.getByText('Phụ lục I, trang 1').first()).toBeAttached();
    await page.getByRole('button', { name: 'Xem văn bản' }).click();
    await expect(page.locator('iframe')).toHaveAttribute('src', /^\/files\/[\da-f]{64}$/);
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
});
