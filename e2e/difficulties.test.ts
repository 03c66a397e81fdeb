import { ask, dayAgo } from './api.ts';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const PERIOD = 'from=2022-01-01&to=2022-12-31';

test('a commune reports within a minute, the department takes, joins and answers, and the synthesis shows it', async ({
  page,
  browser,
  baseURL,
}) => {
  const clerk = await windowOf(browser, baseURL, await person(page, 'Một cửa xã', 'CLERK', '05680'));
  const lead = await windowOf(browser, baseURL, await person(page, 'Sở chủ trì', 'MONITOR', '19'));
  // Somebody else had it before.
  const { reportDifficulty: first } = await ask<{ reportDifficulty: { id: string } }>(
    page.request,
    `mutation { reportDifficulty(input: { unit: "05503", cause: SYSTEM, procedure: "2.000815",
       text: "Phần mềm chứng thực mất kết nối buổi sáng" }) { id } }`,
  );

  // From the page of the procedure: it and the only unit are filled in.
  await clerk.goto('/thu-tuc/2.000815');
  await clerk.getByRole('link', { name: 'Báo khó khăn' }).click();
  const form = clerk.getByRole('dialog', { name: 'Báo khó khăn, vướng mắc' });
  await expect(form.getByRole('combobox', { name: 'Thủ tục' })).toHaveValue(/2\.000815/);
  await expect(form.getByRole('combobox', { name: 'Đơn vị' })).not.toHaveValue('');
  await form.getByRole('button', { name: 'Gửi' }).click();
  await expect(form.getByText('Hãy nói khó khăn là gì.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Gặp khó khăn gì?' }).fill('Phần mềm mất kết nối, gọi bà An số 0912 345 678');
  await form.getByRole('combobox', { name: 'Nguyên nhân' }).selectOption('SYSTEM');
  await form.getByRole('button', { name: 'Gửi' }).click();
  await expect(form.getByText(/số điện thoại/).last()).toBeVisible();
  await form.getByRole('textbox', { name: 'Gặp khó khăn gì?' }).fill('Sáng nào phần mềm chứng thực cũng mất kết nối');
  await form.getByRole('button', { name: 'Gửi' }).click();
  await expect(clerk).toHaveURL(/\/kho-khan\/\d+/);
  const id = /\/kho-khan\/(\d+)/.exec(clerk.url())?.[1] ?? '';
  await expect(clerk.getByText('Mới báo')).toBeVisible();

  // The department finds it among what is new, joins it to the other one and answers that.
  await lead.goto('/kho-khan?state=REPORTED');
  await lead.getByRole('link', { name: new RegExp(`Số ${id}\\b`) }).click();
  await lead.getByRole('button', { name: 'Gộp vào…' }).click();
  const join = lead.getByRole('dialog', { name: 'Gộp vào…' });
  await join.getByRole('radio', { name: `Số ${first.id}`, exact: true }).check();
  await join.getByRole('button', { name: 'Gộp vào…' }).click();
  await lead.getByRole('link', { name: `Gộp vào khó khăn số ${first.id}` }).click();
  await lead.getByRole('button', { name: 'Giao trả lời' }).click();
  const take = lead.getByRole('dialog', { name: 'Giao trả lời' });
  await take.getByRole('combobox', { name: 'Đơn vị trả lời' }).fill('Thái Nguyên');
  await lead.getByRole('option', { name: /^Tỉnh Thái Nguyên/ }).click();
  await take.getByRole('button', { name: 'Giao trả lời' }).click();
  await expect(take).toHaveCount(0);
  await lead.getByRole('button', { name: 'Trả lời', exact: true }).click();
  const answer = lead.getByRole('dialog', { name: 'Trả lời' });
  await answer.getByRole('textbox', { name: 'Câu trả lời' }).fill('Đã nâng đường truyền từ 15/7.');
  await answer.getByRole('button', { name: 'Trả lời' }).click();
  await expect(lead.getByText('Đã trả lời').first()).toBeVisible();

  // The commune reads the answer, though not the other commune's difficulty.
  await clerk.reload();
  await expect(clerk.getByText('Đã nâng đường truyền từ 15/7.')).toBeVisible();
  await expect(clerk.getByText('Đã gộp với khó khăn của đơn vị khác')).toBeVisible();
  await clerk.goto(`/kho-khan/${first.id}`);
  await expect(clerk.getByText('Không thấy khó khăn này')).toBeVisible();

  // Gathered by cause: one difficulty, two units.
  const today = dayAgo(0);
  await lead.goto(`/kho-khan?view=synthesis&from=2022-01-01&to=${today}`);
  const group = lead
    .locator('section')
    .filter({ has: lead.getByRole('heading', { name: 'Hệ thống, phần mềm, kết nối' }) });
  const entry = group.getByRole('listitem').filter({ hasText: `Số ${first.id} ` });
  await expect(entry).toContainText('báo 2 lần');
  await expect(entry).toContainText(/[\d.]+ hồ sơ/);
});

test('difficulties are reported and looked at by the keyboard alone, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/kho-khan?${PERIOD}`);
  await settled(page);
  await expectNothingBeyondTheEdge(page);
  await page.getByRole('button', { name: 'Báo khó khăn' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Báo khó khăn, vướng mắc' });
  await expect(form.getByRole('textbox', { name: 'Gặp khó khăn gì?' })).toBeFocused();
  await page.keyboard.type('Thiếu máy quét ở bộ phận tiếp nhận');
  await page.keyboard.press('Tab');
  await form.getByRole('combobox', { name: 'Nguyên nhân' }).focus();
  await page.keyboard.type('Trang');
  await form.getByRole('combobox', { name: 'Đơn vị' }).focus();
  await page.keyboard.type('Hoàng Văn Thụ');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await form.getByRole('combobox', { name: 'Thủ tục' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/kho-khan\/\d+/);
  await settled(page);
  await expectVietnamese(page);
  await expectNothingBeyondTheEdge(page);
  await expect(page.getByText('Trang thiết bị, đường truyền')).toBeVisible();

  // Closed and opened again with a reason.
  await page.getByRole('button', { name: 'Kết thúc' }).press('Enter');
  await page.keyboard.type('Đã được cấp.');
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).press('Enter');
  await expect(page.getByText('Đã kết thúc').first()).toBeVisible();
  await page.getByRole('button', { name: 'Mở lại' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Máy hỏng.');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).press('Enter');
  await expect(page.getByText('mở lại 1 lần')).toBeVisible();
});
