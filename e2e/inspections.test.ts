import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ask } from './api.ts';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const { unzipSync } = createRequire(new URL('../packages/server/package.json', import.meta.url))('fflate') as {
  unzipSync: (content: Uint8Array) => Record<string, Uint8Array>;
};
const today = new Date();
const dayOf = (offset: number): string => {
  const day = new Date(today.getTime() + offset * 86_400_000);
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
};

test('an inspection is planned and held by the keyboard, the unit says what it remedied, the minutes are downloaded', async ({
  page,
  browser,
  baseURL,
}) => {
  const lead = await windowOf(browser, baseURL, await person(page, 'Thanh tra Bình', 'MONITOR', '19'));
  const clerk = await windowOf(browser, baseURL, await person(page, 'Một cửa xã', 'CLERK', '05680'));

  // Planned: who plans leads the team; what is missing stands at its field.
  await lead.goto('/kiem-tra?from=2022-01-01&to=2022-12-31');
  await lead.getByRole('button', { name: 'Lập kế hoạch kiểm tra' }).press('Enter');
  const form = lead.getByRole('dialog', { name: 'Lập kế hoạch kiểm tra' });
  await form.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(form.getByText('Hãy đặt tên cuộc kiểm tra.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Tên cuộc kiểm tra' }).fill('Kiểm tra hồ sơ trực tuyến');
  await form.getByRole('textbox', { name: 'Mục đích, nội dung' }).fill('Đối chiếu số liệu với hồ sơ thực tế.');
  await form.getByRole('combobox', { name: 'Đơn vị được kiểm tra' }).fill('05680');
  await form.getByRole('combobox', { name: 'Đơn vị được kiểm tra' }).press('Enter');
  await form.getByRole('textbox', { name: 'Từ ngày', exact: true }).fill(dayOf(-2));
  await form.getByRole('textbox', { name: 'Đến ngày', exact: true }).fill(dayOf(5));
  await form.getByRole('textbox', { name: 'Số quyết định' }).fill('812/QĐ-UBND');
  await form.getByRole('textbox', { name: 'Ngày quyết định' }).fill(dayOf(-9));
  await form.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(lead).toHaveURL(/\/kiem-tra\/\d+/);
  const id = /\/kiem-tra\/(\d+)/.exec(lead.url())?.[1] ?? '';

  // The unit knows nothing of it until it is told.
  await clerk.goto(`/kiem-tra/${id}`);
  await expect(clerk.getByText('Không thấy cuộc kiểm tra này')).toBeVisible();
  for (const move of ['Thông báo cho đơn vị', 'Bắt đầu kiểm tra']) {
    await lead.getByRole('button', { name: move }).press('Enter');
    await lead.getByRole('dialog').getByRole('button', { name: move }).press('Enter');
    await expect(lead.getByRole('dialog')).toHaveCount(0);
  }

  // The checklist by keys alone: no, yes, and where one stood before.
  await lead.getByRole('tab', { name: /Danh mục kiểm tra/ }).press('Enter');
  const first = lead.locator('[data-item]').first();
  await first.getByRole('button', { name: 'Có', exact: true }).focus();
  await lead.keyboard.press('k');
  await expect(first.getByText('Chưa đạt')).toBeVisible();
  await lead.keyboard.press('c');
  await expect(lead.getByRole('tab', { name: /Danh mục kiểm tra 2\/10/ })).toBeVisible();
  await expectAccessible(lead);

  // A sample, drawn again to prove it; one dossier differs.
  await lead.getByRole('tab', { name: 'Mẫu hồ sơ' }).press('Enter');
  await lead.getByRole('button', { name: 'Rút mẫu' }).press('Enter');
  const draw = lead.getByRole('dialog', { name: 'Rút mẫu' });
  await draw.getByRole('textbox', { name: 'Số hồ sơ rút' }).fill('499');
  await draw.getByRole('button', { name: 'Rút mẫu' }).press('Enter');
  await expect(draw.getByText(/Danh sách chỉ có \d+ hồ sơ/)).toBeVisible();
  await draw.getByRole('textbox', { name: 'Số hồ sơ rút' }).fill('3');
  await draw.getByRole('button', { name: 'Rút mẫu' }).press('Enter');
  const rows = lead.locator('[data-drawn]');
  await expect(rows).toHaveCount(3);
  await rows.first().getByRole('textbox').fill('Sổ tiếp nhận ghi nộp trực tiếp.');
  await rows.first().getByRole('combobox').selectOption('DIFFERS');
  await expect(lead.getByText('Khớp 0, sai lệch 1')).toBeVisible();
  await lead.getByRole('button', { name: 'Rút lại để kiểm chứng' }).press('Enter');
  await expect(lead.getByText('Rút lại khớp')).toBeVisible();
  await expectAccessible(lead);

  // A finding with a file.
  await lead.getByRole('tab', { name: /Tồn tại/ }).press('Enter');
  await lead.getByRole('button', { name: 'Ghi tồn tại' }).press('Enter');
  const finding = lead.getByRole('dialog', { name: 'Ghi tồn tại' });
  await finding.getByRole('textbox', { name: /Phát hiện gì/ }).fill('Hồ sơ giấy được nhập lại thành trực tuyến.');
  await finding.getByRole('textbox', { name: 'Hạn khắc phục' }).fill(dayOf(-30));
  await finding.locator('input[type=file]').setInputFiles({
    ...{ name: 'Sổ tiếp nhận.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nảnh chụp') },
  });
  await expect(finding.getByText('Sổ tiếp nhận.pdf')).toBeVisible();
  await finding.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(finding.getByText(/không được trước ngày bắt đầu kiểm tra/)).toBeVisible();
  await finding.getByRole('textbox', { name: 'Hạn khắc phục' }).fill(dayOf(20));
  await finding.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(lead.locator('[data-finding]')).toContainText('Chờ khắc phục');

  // The unit says what it did; the team confirms.
  await clerk.setViewportSize({ width: 390, height: 844 });
  await clerk.goto(`/kiem-tra/${id}`);
  await expect(clerk.getByRole('link', { name: 'Sổ tiếp nhận.pdf' })).toBeVisible();
  await expect(clerk.getByRole('button', { name: 'Ghi tồn tại' })).toHaveCount(0);
  await settled(clerk);
  await expectNothingBeyondTheEdge(clerk);
  await clerk.getByRole('button', { name: 'Báo đã khắc phục' }).click();
  await clerk.getByRole('textbox', { name: 'Đã khắc phục thế nào?' }).fill('Đã sửa kênh nộp của các hồ sơ.');
  await clerk.getByRole('dialog').getByRole('button', { name: 'Báo đã khắc phục' }).click();
  await expect(clerk.locator('[data-finding]')).toContainText('Chờ xác nhận');
  await expectVietnamese(clerk);
  await lead.reload();
  await lead.getByRole('button', { name: 'Xác nhận đã khắc phục' }).press('Enter');
  await lead.getByRole('dialog').getByRole('button', { name: 'Xác nhận đã khắc phục' }).press('Enter');
  await expect(lead.locator('[data-finding]').getByText('Đã khắc phục').first()).toBeVisible();

  // Concluded; the minutes say all of it.
  await lead.getByRole('button', { name: 'Kết luận' }).press('Enter');
  // What stays undone is told before; what is settled is not.
  const undone = lead.getByRole('dialog').getByRole('note');
  await expect(undone).toContainText('8 nội dung chưa trả lời, 2 hồ sơ rút mẫu chưa xem');
  await expect(undone).not.toContainText('tồn tại');
  await expectAccessible(lead);
  await lead.getByRole('dialog').getByRole('textbox', { name: 'Kết luận' }).fill('Cơ bản đúng quy định.');
  await lead.getByRole('dialog').getByRole('button', { name: 'Kết luận' }).press('Enter');
  await lead.getByRole('tab', { name: 'Biên bản' }).press('Enter');
  await lead.getByRole('button', { name: 'Lập biên bản' }).press('Enter');
  const download = lead.waitForEvent('download');
  await lead.getByRole('link', { name: 'Word (DOCX)' }).click();
  const content = await readFile(await (await download).path());
  const xml = Buffer.from(unzipSync(content)['word/document.xml'] ?? new Uint8Array()).toString('utf8');
  const { inspection } = await ask<{
    inspection: { inspected: { minutes: { figure: string }[]; samples: { drawn: { code: string }[] }[] }[] };
  }>(lead.request, `{ inspection(id: "${id}") { inspected { minutes { figure } samples { drawn { code } } } } }`);
  const [unit] = inspection.inspected;
  const said = [unit?.minutes[0]?.figure, ...(unit?.samples[0]?.drawn ?? []).map(({ code }) => code)];
  for (const text of [...said, 'BIÊN BẢN', 'Thanh tra Bình', 'Cơ bản đúng quy định.', 'nhập lại thành trực tuyến'])
    expect(xml).toContain(text);
});

test('a checklist is written anew: the next version stands, the one before stays to be seen', async ({
  page,
  browser,
  baseURL,
}) => {
  const lead = await windowOf(browser, baseURL, await person(page, 'Phụ trách kiểm tra', 'MONITOR', '19'));
  const code = `MC-${Date.now().toString(36).toUpperCase()}`;
  await lead.goto('/kiem-tra');
  await lead.getByRole('button', { name: 'Danh mục kiểm tra' }).press('Enter');
  await lead.getByRole('button', { name: 'Danh mục mới' }).press('Enter');
  const form = lead.getByRole('form', { name: 'Danh mục mới' });
  await form.getByRole('textbox', { name: 'Mã danh mục' }).fill('một cửa');
  await form.getByRole('textbox', { name: 'Tên danh mục' }).fill('Kiểm tra một cửa');
  await form.getByRole('textbox', { name: 'Nội dung 1', exact: true }).fill('CCCD 019201001234');
  await form.getByRole('button', { name: 'Lưu thành bản mới' }).press('Enter');
  await expect(form.getByRole('textbox', { name: 'Mã danh mục' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Mã danh mục' }).fill(code);
  await form.getByRole('button', { name: 'Lưu thành bản mới' }).press('Enter');
  await expect(form.getByRole('textbox', { name: 'Nội dung 1', exact: true })).toBeFocused();
  await form.getByRole('textbox', { name: 'Nội dung 1', exact: true }).fill('Có niêm yết thủ tục.');
  await expectAccessible(lead);
  await form.getByRole('button', { name: 'Lưu thành bản mới' }).press('Enter');

  const card = lead.getByRole('region', { name: 'Kiểm tra một cửa' }).filter({ hasText: code });
  await expect(card).toContainText('bản 1');
  await card.getByRole('button', { name: 'Soạn bản mới' }).press('Enter');
  const next = lead.getByRole('form', { name: 'Kiểm tra một cửa' });
  await next.getByRole('button', { name: 'Thêm nội dung' }).press('Enter');
  await next.getByRole('textbox', { name: 'Nội dung 2', exact: true }).fill('Có thu thêm giấy.');
  await next.getByRole('combobox', { name: 'Đạt khi trả lời, nội dung 2' }).selectOption('NO');
  await next.getByRole('button', { name: 'Lưu thành bản mới' }).press('Enter');
  await expect(card).toContainText('bản 2');
  await card.getByText('Xem các nội dung').click();
  await expect(card.getByText('Có thu thêm giấy.')).toBeVisible();
  await card.getByText('Các bản trước').click();
  await expect(card.getByRole('region', { name: /^bản 1 / })).toContainText('Có niêm yết thủ tục.');
  await lead.setViewportSize({ width: 390, height: 844 });
  await settled(lead);
  await expectNothingBeyondTheEdge(lead);
  await expectVietnamese(lead);
});
