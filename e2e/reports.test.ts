import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';
import { fileIn } from './office-file.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

/** The text of one part of a file that a button of the page gives. */
async function textOf(page: Page, button: string, part: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const xml = fileIn(readFileSync(await download.path()), part);
  return { name: download.suggestedFilename(), text: xml.replaceAll(/<[^>]+>/g, ' ') };
}

test('a report is drawn up, worded, approved, published, and read by somebody else with its files', async ({
  page,
  browser,
  baseURL,
}) => {
  const monitor = await windowOf(browser, baseURL, await person(page, 'Sở theo dõi', 'MONITOR', '19'));
  const approver = await windowOf(browser, baseURL, await person(page, 'Lãnh đạo duyệt', 'APPROVER', '19'));
  const viewer = await windowOf(browser, baseURL, await person(page, 'Người xem', 'VIEWER', '19'));

  await monitor.goto(`/bao-cao?indicator=${INDICATOR}`);
  await monitor.getByRole('link', { name: 'Báo cáo Chủ tịch' }).click();
  await monitor.getByRole('button', { name: 'Lập báo cáo' }).click();
  const form = monitor.getByRole('dialog', { name: 'Lập báo cáo' });
  await form.getByRole('combobox', { name: 'Loại báo cáo' }).selectOption('QUARTERLY');
  await form.getByRole('combobox', { name: 'Năm' }).selectOption('2022');
  await form.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('3');
  await form.getByRole('button', { name: 'Lập báo cáo' }).click();
  await expect(monitor).toHaveURL(/\/bao-cao\/chu-tich\/[\da-f-]{36}/);
  const address = new URL(monitor.url()).pathname;
  await expect(monitor.getByText('Dự thảo').first()).toBeVisible();

  // A sentence in words of one's own: a place that nobody knows is refused by name, a number that is none of its figures is told.
  await monitor.locator('[data-sentence]').last().getByRole('button', { name: 'Sửa câu' }).click();
  const words = monitor.getByRole('dialog', { name: 'Sửa câu' });
  await words.getByRole('textbox', { name: 'Nội dung câu' }).fill('Đạt {{tyLe}}.');
  await words.getByRole('button', { name: 'Lưu' }).click();
  await expect(words.getByText(/tyLe/).last()).toBeVisible();
  await words
    .getByRole('textbox', { name: 'Nội dung câu' })
    .fill('{{notMet}} đơn vị chưa đạt báo cáo giải pháp trong 777 ngày.');
  await words.getByRole('button', { name: 'Lưu' }).click();
  await expect(monitor.getByText('Số không có trong số liệu: 777')).toBeVisible();
  await settled(monitor);
  await expectAccessible(monitor);
  await expectVietnamese(monitor);
  await expectNothingBeyondTheEdge(monitor);
  await monitor.getByRole('button', { name: 'Trình duyệt' }).click();
  await monitor.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
  await expect(monitor.getByText('Chờ duyệt').first()).toBeVisible();
  await expect(monitor.getByRole('button', { name: 'Duyệt', exact: true })).toHaveCount(0);

  await viewer.goto(address);
  await expect(viewer.getByText('Không có báo cáo này')).toBeVisible();

  await approver.goto(address);
  await approver.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await approver.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await approver.getByRole('button', { name: 'Ban hành', exact: true }).click();
  const publish = approver.getByRole('dialog', { name: 'Ban hành' });
  await publish.getByRole('textbox', { name: 'Số văn bản' }).fill('21/BC-VP');
  await publish.getByRole('button', { name: 'Ban hành' }).click();
  await expect(approver.getByText('Kỳ đã chốt đúng thời điểm của báo cáo.')).toBeVisible();

  // Whoever is signed in reads it; paper, workbook and page say the same figure, and the figure opens.
  await viewer.goto(`${address}?view=figures`);
  const row = viewer.locator('li', { hasText: 'Huyện Đại Từ' });
  const reference = (await row.getByRole('link').first().getAttribute('title')) ?? '';
  // On a phone its name stands before it.
  const rate = ((await row.getByRole('link').first().textContent()) ?? '').replace(/^.*:/, '').trim();
  const { name, text } = await textOf(viewer, 'Word', 'word/document.xml');
  expect(name).toMatch(/^bao-cao-quy-iii-2022-.*\.docx$/);
  expect(text).toContain('Số: 21/BC-VP');
  expect(text).toContain('trong 777 ngày');
  expect(text).toContain(reference);
  expect(text).toContain(rate.replace(/\s?%/, ''));
  const annexes = await textOf(viewer, 'Phụ lục (Excel)', 'xl/worksheets/sheet1.xml');
  expect(annexes.text).toContain(reference);
  await row.getByRole('link').first().click();
  await expect(viewer).toHaveURL(new RegExp(`/so-lieu/${reference}`));
  await expect(viewer.locator('[data-cited]')).toHaveText(rate);
  await expect(viewer.locator('[data-holds]')).toContainText('Đúng như khi trích dẫn');

  // The unit takes note of its own extract, and the report is replaced: the old one stays, and says by which.
  const city = await windowOf(browser, baseURL, await person(page, 'Văn thư thành phố', 'CLERK', '164'));
  await city.goto(`${address}?view=sent`);
  await expect(city.locator('[data-delivery]')).toHaveCount(1);
  await expect(city.locator('[data-delivery]')).toContainText('Thành phố Thái Nguyên');
  await city.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(city.locator('[data-delivery]')).toContainText('Đã nhận');
  await monitor.goto(`${address}?view=sent`);
  await expect(monitor.getByText(/^1 trên \d+ đơn vị đã xác nhận đã nhận/)).toBeVisible();
  const replace = async (why: string): Promise<void> => {
    await monitor.getByRole('button', { name: 'Lập báo cáo thay thế' }).click();
    const replacing = monitor.getByRole('dialog', { name: 'Lập báo cáo thay thế' });
    await replacing.getByRole('textbox', { name: 'Lý do thay thế' }).fill(why);
    await replacing.getByRole('button', { name: 'Lập báo cáo thay thế' }).click();
    await expect(monitor.getByText('Thay thế báo cáo 21/BC-VP')).toBeVisible();
  };
  // One that was drawn up by mistake is given up, and makes room for another.
  await replace('Nhầm.');
  await monitor.getByRole('button', { name: 'Bỏ dự thảo' }).click();
  const givingUp = monitor.getByRole('dialog', { name: 'Bỏ dự thảo' });
  await givingUp.getByRole('textbox', { name: 'Lý do bỏ' }).fill('Lập nhầm.');
  await givingUp.getByRole('button', { name: 'Bỏ dự thảo' }).click();
  await expect(monitor.getByText('Đã bỏ', { exact: true })).toBeVisible();
  await monitor.goto(address);
  await replace('Đính chính câu chữ.');
  await monitor.locator('[data-sentence]').last().getByRole('button', { name: 'Sửa câu' }).click();
  await words.getByRole('textbox', { name: 'Nội dung câu' }).fill('Các đơn vị báo cáo giải pháp.');
  await words.getByRole('button', { name: 'Lưu' }).click();
  await expect(monitor.locator('[data-change]')).toContainText('Các đơn vị báo cáo giải pháp.');
  await settled(monitor);
  await expectAccessible(monitor);
  await expectNothingBeyondTheEdge(monitor);
  await monitor.getByRole('button', { name: 'Trình duyệt' }).click();
  await monitor.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
  await expect(monitor.getByText('Chờ duyệt').first()).toBeVisible();
  await approver.goto(new URL(monitor.url()).pathname);
  await approver.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await approver.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await approver.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await publish.getByRole('textbox', { name: 'Số văn bản' }).fill('22/BC-VP');
  await publish.getByRole('button', { name: 'Ban hành' }).click();
  await expect(approver.getByText('22/BC-VP').first()).toBeVisible();
  await viewer.goto(address);
  await expect(viewer.locator('[data-replaced]')).toContainText('đã được thay thế bởi báo cáo 22/BC-VP');
  expect((await textOf(viewer, 'Word', 'word/document.xml')).text).toContain('trong 777 ngày');
});
