import { ask, INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const day = new Date();
const dayOf = (offset: number): string => {
  const on = new Date(day.getTime() + offset * 86_400_000);
  return `${on.getUTCDate()}/${on.getUTCMonth() + 1}/${on.getUTCFullYear()}`;
};

test('what is decided on a report is done by a unit, confirmed, and answered by the next report', async ({
  page,
  browser,
  baseURL,
}) => {
  const approver = await windowOf(browser, baseURL, await person(page, 'Lãnh đạo Sở', 'APPROVER', '19'));
  const monitor = await windowOf(browser, baseURL, await person(page, 'Theo dõi Sở', 'MONITOR', '19'));
  const clerk = await windowOf(browser, baseURL, await person(page, 'Một cửa Sông Cầu', 'CLERK', '05680'));
  const draw = async (from: string, to: string): Promise<string> =>
    (
      await ask<{ createReport: { id: string } }>(
        page.request,
        'mutation ($input: ReportInput!) { createReport(input: $input) { id } }',
        { input: { kind: 'MONTHLY', indicator: INDICATOR, from, to } },
      )
    ).createReport.id;
  const report = await draw('2021-02-01', '2021-02-28');
  await ask(page.request, `mutation { publishReport(id: "${report}", number: "7/BC-STTTT") { version } }`);

  // Entered from the report: it follows from the row of a district, and one commune of it has to do it.
  await approver.goto(`/bao-cao/chu-tich/${report}`);
  await approver.getByRole('link', { name: 'Nhập chỉ đạo' }).press('Enter');
  const form = approver.getByRole('dialog', { name: 'Nhập chỉ đạo' });
  await form.getByRole('textbox', { name: 'Nội dung chỉ đạo' }).fill('Rà soát các thủ tục chưa có hồ sơ trực tuyến.');
  await form.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(form.getByText('Hãy điền mục này.')).toBeVisible();
  await form.getByRole('combobox', { name: 'Đơn vị thực hiện' }).fill('05680');
  // Chosen is what was found: an Enter before that chooses nothing, and the district of the row would be taken.
  await expect(approver.getByRole('option', { name: '05680' })).toBeVisible();
  await form.getByRole('combobox', { name: 'Đơn vị thực hiện' }).press('Enter');
  await form.getByRole('combobox', { name: 'Từ câu hoặc dòng nào của báo cáo' }).selectOption('R:169');
  await form.getByRole('textbox', { name: 'Hạn' }).fill(dayOf(20));
  await form.getByRole('button', { name: 'Lưu' }).press('Enter');
  await expect(approver).toHaveURL(/\/chi-dao\/\d+/);
  await expect(approver.getByText(/Đồng Hỷ: \d+\/\d+ hồ sơ/)).toBeVisible();
  await expectAccessible(approver);
  const id = /\/chi-dao\/(\d+)/.exec(approver.url())?.[1] ?? '';

  // The unit finds it in its work, on the phone, and says what it did.
  await clerk.setViewportSize({ width: 390, height: 844 });
  await clerk.goto('/viec-cua-toi');
  await expect(clerk.getByText('Nhiệm vụ chỉ đạo cần thực hiện')).toBeVisible();
  await clerk.goto(`/chi-dao/${id}`);
  await settled(clerk);
  await expectNothingBeyondTheEdge(clerk);
  await expectVietnamese(clerk);
  await clerk.getByRole('button', { name: 'Báo đã xong' }).click();
  const done = clerk.getByRole('dialog', { name: 'Báo đã xong' });
  await done.getByRole('textbox', { name: 'Nội dung' }).fill('Đã rà soát 12 thủ tục.');
  await done.locator('input[type=file]').setInputFiles({
    ...{ name: 'Kết quả rà soát.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nkết quả') },
  });
  await expect(done.getByText('Kết quả rà soát.pdf')).toBeVisible();
  await done.getByRole('button', { name: 'Báo đã xong' }).click();
  await expect(clerk.getByText('Chờ xác nhận')).toBeVisible();

  // The lead department confirms.
  await monitor.goto('/chi-dao?state=DONE');
  await monitor.getByRole('link', { name: 'Rà soát các thủ tục chưa có hồ sơ trực tuyến.' }).press('Enter');
  await expect(monitor.getByRole('link', { name: 'Kết quả rà soát.pdf' })).toBeVisible();
  await monitor.getByRole('button', { name: 'Xác nhận hoàn thành' }).press('Enter');
  await monitor.getByRole('dialog').getByRole('button', { name: 'Xác nhận hoàn thành' }).press('Enter');
  await expect(monitor.getByRole('dialog')).toHaveCount(0);

  // The next report of the kind says so on paper.
  const next = await draw('2021-03-01', '2021-03-31');
  await monitor.goto(`/bao-cao/chu-tich/${next}?view=paper`);
  await expect(monitor.getByText(/THỰC HIỆN CHỈ ĐẠO/)).toBeVisible();
  await expect(monitor.getByText(/Hoàn thành; ngày/)).toBeVisible();
});
