import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { expect, settled, test } from './console.ts';

const { ZipFile } = createRequire(new URL('../packages/server/package.json', import.meta.url))('yazl') as {
  ZipFile: new () => {
    addBuffer(bytes: Buffer, name: string): void;
    end(): void;
    outputStream: NodeJS.ReadableStream;
  };
};

/** A workbook with texts as texts, numbers as numbers and an error as a formula that failed. */
async function workbook(rows: (string | number | { error: string } | null)[][], merged: string): Promise<Buffer> {
  const zip = new ZipFile();
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name);
  const cell = (ref: string, value: (typeof rows)[number][number]): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${ref}"><v>${String(value)}</v></c>`;
    if (typeof value === 'object') return `<c r="${ref}" t="e"><f>A1/0</f><v>${value.error}</v></c>`;
    return `<c r="${ref}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;')}</t></is></c>`;
  };
  const lines = rows.map((cells, row) => {
    const each = cells.map((value, column) => cell(`${String.fromCharCode(65 + column)}${String(row + 1)}`, value));
    return `<row r="${String(row + 1)}">${each.join('')}</row>`;
  });
  add(
    'xl/workbook.xml',
    `<workbook xmlns:r="${office}"><sheets><sheet name="TTHC" sheetId="1" r:id="a"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet><sheetData>${lines.join('')}</sheetData><mergeCells><mergeCell ref="${merged}"/></mergeCells></worksheet>`,
  );
  zip.end();
  return buffer(zip.outputStream);
}

const FIELDS = {
  CODE: 'Mã thủ tục',
  NAME: 'Tên thủ tục',
  TIERS: 'Cấp thực hiện',
  FROM: 'Có hiệu lực từ',
  TO: 'Hết hiệu lực',
} as const;
const cellOf = (page: Page, field: keyof typeof FIELDS, row: number) =>
  page.getByRole('textbox', { name: `${FIELDS[field]}, dòng ${String(row)}`, exact: true });

/** Row by row what is wrong, and what is written in its place; null takes the suggestion. */
const MENDS: { row: number; field: keyof typeof FIELDS; says: RegExp; text: string | null }[] = [
  { row: 4, field: 'CODE', says: /không phải mã quốc gia/i, text: null },
  { row: 5, field: 'CODE', says: /không phải mã quốc gia/i, text: '3.900005' },
  { row: 6, field: 'CODE', says: /chưa có giá trị/i, text: '3.900006' },
  { row: 7, field: 'NAME', says: /chưa có giá trị/i, text: 'Thủ tục có tên' },
  { row: 8, field: 'NAME', says: /quá 2\.000/i, text: 'Tên vừa phải' },
  { row: 9, field: 'TIERS', says: /không đọc được/i, text: 'tỉnh, xã' },
  { row: 10, field: 'FROM', says: /không tồn tại/i, text: '28/02/2022' },
  { row: 11, field: 'FROM', says: /không phải ngày/i, text: '01/07/2022' },
  { row: 12, field: 'TO', says: /trước ngày có hiệu lực/i, text: '31/12/2022' },
  { row: 13, field: 'NAME', says: /báo lỗi/i, text: 'Thủ tục không còn công thức' },
  { row: 14, field: 'NAME', says: /số của công dân/i, text: 'Thủ tục không có số điện thoại' },
  { row: 16, field: 'CODE', says: /dòng 15 có cùng mã/i, text: '3.900016' },
];

test('an import with twelve different problems is mended in its cells, tried, applied and undone', async ({ page }) => {
  const good = (code: string | number, name: string | null | { error: string }) => [
    code,
    name,
    'Hộ tịch',
    'xã',
    null,
    null,
  ];
  const rows = [
    ['UBND TỈNH: DANH MỤC THỦ TỤC', null, null, null, null, null],
    ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cấp thực hiện', 'Hiệu lực từ', 'Hiệu lực đến'],
    good('3.900003', 'Thủ tục tốt'),
    good('3,900004', 'Thủ tục mã có dấu phẩy'),
    good('9.900005', 'Thủ tục mã sai'),
    good('', 'Thủ tục thiếu mã'),
    good('3.900007', null),
    good('3.900008', 'a'.repeat(2_001)),
    ['3.900009', 'Thủ tục sai cấp', 'Hộ tịch', 'Cấp thôn', null, null],
    ['3.900010', 'Thủ tục sai ngày', 'Hộ tịch', 'xã', '30/02/2022', null],
    ['3.900011', 'Thủ tục không ngày', 'Hộ tịch', 'xã', 'chưa rõ', null],
    ['3.900012', 'Thủ tục ngược ngày', 'Hộ tịch', 'xã', '02/01/2022', '01/01/2022'],
    good('3.900013', { error: '#REF!' }),
    good('3.900014', 'Liên hệ 0912345678'),
    good('3.900015', 'Một tên'),
    good('3.900015', 'Tên khác hẳn'),
    good('x', 'Dòng không ai sửa'),
  ];
  await page.goto('/thu-tuc/nhap');
  await settled(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'danh-muc.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await workbook(rows, 'A1:F1'),
  });
  await expect(page).toHaveURL(/\/thu-tuc\/nhap\/[\da-f-]{36}/);
  await expect(page.getByLabel('Lấy làm: Mã TTHC')).toHaveValue('CODE');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Còn 14 dòng cần sửa.', { exact: false })).toBeVisible();

  for (const { row, field, says, text } of MENDS) {
    const cell = cellOf(page, field, row);
    const about = await cell.getAttribute('aria-describedby');
    await expect(page.locator(`[id="${about ?? ''}"]`)).toHaveText(says);
    if (text === null) await page.getByRole('button', { name: 'Dùng 3.900004' }).click();
    else {
      await cell.fill(text);
      await cell.press('Enter');
    }
    await expect(cell).not.toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByText('Còn 1 dòng cần sửa.', { exact: false })).toBeVisible();

  // Left, and found again where it was.
  const address = page.url();
  await page.goto('/thu-tuc/nhap');
  await page.getByRole('link', { name: 'danh-muc.xlsx' }).first().click();
  await expect(page).toHaveURL(new RegExp(new URL(address).pathname));
  await page.getByRole('button', { name: 'Xem sẽ thay đổi gì' }).click();
  await expect(
    page.getByText('Sẽ thêm 14 thủ tục mới, sửa 0 thủ tục; 0 dòng không đổi, 1 dòng bị loại.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Ghi vào danh mục', exact: true }).click();
  await expect(page.getByText('14 thủ tục mới, 0 thủ tục đã sửa, 0 dòng không đổi.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải 1 dòng bị loại (CSV)' }).click();
  const lines = (await buffer(await (await download).createReadStream())).toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Dòng không ai sửa');

  await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
  await expect(page.getByText('Danh mục đã trở lại như trước lần nhập này', { exact: false })).toBeVisible();
  const { procedure } = await (
    await page.request.post('/graphql', { data: { query: '{ procedure(code: "3.900003") { name } }' } })
  )
    .json()
    .then(({ data }: { data: { procedure: unknown } }) => data);
  expect(procedure).toBeNull();
});

test('a file that cannot be read is refused in words, and nothing is begun', async ({ page, complaints }) => {
  await page.goto('/thu-tuc/nhap');
  await settled(page);
  const before = await page.getByRole('row').count();
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  await page.locator('input[type=file]').setInputFiles({ name: 'co-mat-khau.xlsx', mimeType: '', buffer: locked });
  await expect(page.getByRole('alert')).toContainText('Tệp có mật khẩu');
  expect(await page.getByRole('row').count()).toBe(before);
  // The browser tells of the refused request too.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('400')]);
});

test('dossiers come as a workbook too, checked before they are taken', async ({ page }) => {
  const header = ['MaHoSo', 'MaTTHC', 'KenhThucHien', 'NgayTiepNhan', 'NgayKetThucXuLy', 'TrangThaiHoSo'];
  const line = (number: number, finished: string) => [
    `H55.36.01-221205-${String(70_000 + number)}`,
    '2.000815',
    '2',
    '20221205081500',
    finished,
    '10',
  ];
  await page.goto('/ho-so');
  await page.locator('input[type=file]').setInputFiles({
    name: 'ho-so.xlsx',
    mimeType: '',
    buffer: await workbook([['HỒ SƠ'], header, line(1, '20221206081500'), line(2, '20221201081500')], 'A1:F1'),
  });
  await expect(page.getByRole('heading', { name: 'ho-so.xlsx' })).toBeVisible();
  const problems = page.getByRole('region', { name: 'Dòng lỗi' });
  await expect(problems).toContainText('Kết thúc xử lý trước khi tiếp nhận.');
  // Both times are well written: nothing is said of how to write one.
  await expect(problems).not.toContainText('yyyyMMdd');
});
