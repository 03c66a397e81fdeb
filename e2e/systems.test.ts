import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

test('a portal is kept, an outage is reported and held against the figures, an incident is told of and closed', async ({
  page,
  browser,
  baseURL,
}) => {
  // A portal of this machine: the server may not call it, and says so instead of counting it as down.
  const portal = createServer((_request, response) => response.end('xin chào'));
  await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`;
  const lead = await windowOf(browser, baseURL, await person(page, 'Sở theo dõi', 'MONITOR', '19'));
  const name = `Cổng thử ${Date.now()}`;
  await lead.goto('/he-thong-ket-noi');
  await lead.getByRole('button', { name: 'Thêm hệ thống' }).click();
  await expect(lead).toHaveURL(/form=new/);
  const form = lead.getByRole('dialog', { name: 'Thêm hệ thống' });
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form.getByText('Hãy ghi tên hệ thống.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Tên hệ thống' }).fill(name);
  await form.getByRole('combobox', { name: 'Loại' }).selectOption('PROVINCIAL_PORTAL');
  await form.getByRole('combobox', { name: 'Cấp độ an toàn hệ thống thông tin' }).selectOption('3');
  await form.getByRole('textbox', { name: 'Địa chỉ kiểm tra' }).fill(address);
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form.getByText(/người cài đặt phần mềm/)).toBeVisible();
  await form.getByRole('textbox', { name: 'Địa chỉ kiểm tra' }).fill('');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(lead).toHaveURL(/\/he-thong-ket-noi\/\d+/);
  const id = /\/he-thong-ket-noi\/(\d+)/.exec(lead.url())?.[1] ?? '';
  portal.close();

  // What lasts is said by a person, ends, and is held against the same weekdays.
  await lead.getByRole('button', { name: 'Ghi gián đoạn' }).click();
  const outage = lead.getByRole('dialog', { name: 'Ghi gián đoạn' });
  await outage.getByRole('textbox', { name: 'Giờ' }).first().fill('25:99');
  await outage.getByRole('textbox', { name: 'Nguyên nhân, nội dung' }).fill('Mất điện trung tâm dữ liệu.');
  await outage.getByRole('button', { name: 'Lưu' }).click();
  await expect(outage.getByText('Giờ ghi như 08:30.')).toBeVisible();
  await outage.getByRole('textbox', { name: 'Bắt đầu ngày' }).fill(yesterday());
  await outage.getByRole('textbox', { name: 'Giờ' }).first().fill('8:15');
  await outage.getByRole('button', { name: 'Lưu' }).click();
  await expect(outage).toHaveCount(0);
  await expect(lead.getByText('Đang gián đoạn').first()).toBeVisible();
  await lead.goto('/viec-cua-toi');
  await expect(lead.getByText('Hệ thống đang gián đoạn').first()).toBeVisible();
  await lead.goto(`/he-thong-ket-noi/${id}`);
  await lead.getByRole('button', { name: 'Xem ảnh hưởng đến số liệu' }).click();
  await expect(lead).toHaveURL(/outage=\d+/);
  await expect(lead.getByText(/^Gián đoạn chạm tới:/)).toBeVisible();
  await lead.getByRole('button', { name: 'Ghi hết gián đoạn' }).click();
  const end = lead.getByRole('dialog', { name: 'Ghi hết gián đoạn' });
  // Now, unless told otherwise.
  await expect(end.getByRole('textbox', { name: 'Kết thúc ngày' })).not.toHaveValue('');
  await end.getByRole('textbox', { name: 'Kết thúc ngày' }).fill(yesterday());
  await end.getByRole('textbox', { name: 'Giờ' }).fill('10:45');
  await end.getByRole('button', { name: 'Lưu' }).click();
  await expect(lead.getByText('2 giờ 30 phút')).toBeVisible();

  // An incident: told of, then closed.
  await lead.getByRole('button', { name: 'Ghi sự cố an toàn thông tin' }).click();
  const incident = lead.getByRole('dialog', { name: 'Ghi sự cố an toàn thông tin' });
  await incident.getByRole('textbox', { name: 'Việc gì đã xảy ra' }).fill('Trang đăng nhập bị dò mật khẩu.');
  await incident.getByRole('combobox', { name: 'Phân loại' }).selectOption('SERIOUS');
  await incident.getByRole('button', { name: 'Lưu' }).click();
  await lead.getByRole('tab', { name: /Sự cố an toàn thông tin/ }).click();
  await expect(lead).toHaveURL(/part=incidents/);
  await expect(lead.getByText(/^Phải thông báo trước hết ngày/)).toBeVisible();
  await expect(lead.getByText(/Điều 9 Quyết định 05\/2017/)).toBeVisible();
  await expect(lead.getByText('Không rõ xảy ra lúc nào')).toBeVisible();
  await lead.getByRole('button', { name: 'Kết thúc sự cố' }).click();
  const closing = lead.getByRole('dialog', { name: 'Kết thúc sự cố' });
  await expect(closing).toContainText('Chưa ghi việc thông báo sự cố này.');
  await closing.getByRole('textbox', { name: 'Nội dung' }).fill('Đã chặn, đổi mật khẩu.');
  await closing.getByRole('button', { name: 'Lưu' }).click();
  await expect(lead.getByText('Đã kết thúc')).toBeVisible();
  // Closed, it is still to be told of.
  await expect(lead.getByText(/^Phải thông báo trước hết ngày/)).toBeVisible();
  await lead.getByRole('button', { name: 'Đã báo cáo' }).click();
  const told = lead.getByRole('dialog', { name: 'Đã báo cáo' });
  await told.getByRole('textbox', { name: 'Báo cáo ai' }).fill('VNCERT/CC');
  await told.getByRole('button', { name: 'Lưu' }).click();
  await expect(lead.getByText(/^Đã thông báo/)).toBeVisible();
  await settled(lead);
  for (const look of [expectAccessible, expectNothingBeyondTheEdge, expectVietnamese]) await look(lead);

  // Taken away it stands in a part of its own, and is read with its history; nothing new is said of it.
  await lead.getByRole('button', { name: 'Bỏ hệ thống' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Bỏ hệ thống' }).click();
  await expect(lead).toHaveURL(/\/he-thong-ket-noi(\?.*)?$/);
  await expect(lead.getByRole('link', { name })).toHaveCount(0);
  await lead.getByRole('button', { name: /^Đã bỏ/ }).click();
  await expect(lead).toHaveURL(/state=REMOVED/);
  await lead.getByRole('link', { name }).click();
  await expect(lead.getByText(/^Đã bỏ \d/)).toBeVisible();
  await expect(lead.getByText('2 giờ 30 phút')).toBeVisible();
  await expect(lead.getByRole('button', { name: 'Ghi sự cố an toàn thông tin' })).toHaveCount(0);
});

/** Yesterday in Viet Nam, as people write it. */
function yesterday(): string {
  const [year, month, day] = new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
