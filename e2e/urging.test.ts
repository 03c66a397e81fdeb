import type { APIRequestContext } from '@playwright/test';
import { ask, dayAgo } from './api.ts';
import { expect, settled, test } from './console.ts';

/** A source of a commune of which something came every day, and nothing for twelve days. Gives its number and the unit’s name. */
async function silentCommune(request: APIRequestContext): Promise<{ source: string; unit: string }> {
  const { units } = await ask<{ units: { nodes: { code: string; name: string; aliases: string[] }[] } }>(
    request,
    '{ units(kind: COMMUNE, first: 1) { nodes { code name aliases } } }',
  );
  const unit = units.nodes[0];
  const organisation = 'H55.991.1';
  await ask(
    request,
    'mutation ($unit: ID!, $aliases: [String!]!) { setUnitAliases(unit: $unit, aliases: $aliases) { code } }',
    {
      unit: unit?.code,
      aliases: [...(unit?.aliases ?? []), organisation],
    },
  );
  const { saveDossierSource } = await ask<{ saveDossierSource: { id: string } }>(
    request,
    'mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }',
    { input: { name: `Một cửa im lặng ${String(Date.now())}`, units: [unit?.code] } },
  );
  const rows = Array.from({ length: 25 }, (_none, at) => {
    const stamp = dayAgo(36 - at).replaceAll('-', '');
    const [received, code] = [`${stamp}080000`, `${organisation}-${stamp.slice(2)}-${String(7001 + at)}`];
    return { MaHoSo: code, MaTTHC: '2.000815', KenhThucHien: '2', NgayTiepNhan: received, TrangThaiHoSo: '2' };
  });
  const answer = await request.post(`/ingest/dossiers?source=${saveDossierSource.id}`, { data: rows });
  expect(answer.status()).toBe(200);
  return { source: saveDossierSource.id, unit: unit?.name ?? '' };
}

test('a rule is written, its wrong place mended, and tried; what it finds is written to, sent and put off', async ({
  page,
  request,
}) => {
  const { source, unit } = await silentCommune(request);
  await page.goto('/theo-doi');
  await page.getByRole('navigation', { name: 'Các phần của theo dõi' }).getByRole('link', { name: 'Đôn đốc' }).click();
  await expect(page).toHaveURL(/don-doc/);
  await expect(page.getByText('Máy chủ chưa được cài đặt gửi thư điện tử')).toBeVisible();
  await page.getByRole('link', { name: 'Quy tắc' }).click();
  await page.getByRole('button', { name: 'Quy tắc mới' }).click();
  await page.getByLabel('Tên quy tắc').fill('Xã không gửi dữ liệu');
  await page.getByLabel('Điều kiện').selectOption({ label: 'Không có dữ liệu' });
  // The words come with the condition.
  await expect(page.getByLabel('Tiêu đề')).toHaveValue(/\{\{days\}\}/);
  for (const kind of ['Huyện', 'Sở']) await page.getByRole('checkbox', { name: new RegExp(`^${kind}`) }).uncheck();
  await page.getByRole('checkbox', { name: /^Xã/ }).check();
  const body = page.getByLabel('Nội dung');
  const words = await body.inputValue();
  await body.fill(`${words}\n{{mark}}`);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Điều kiện này không có chỗ điền “mark”.')).toBeVisible();
  await expect(body).toBeFocused();
  await body.fill(words);
  await page.getByRole('button', { name: 'Hôm nay sẽ đôn đốc ai' }).click();
  await expect(page.getByText(/Hôm nay sẽ đôn đốc 1 trong \d+ đơn vị/)).toBeVisible();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const rule = page.getByRole('region', { name: 'Xã không gửi dữ liệu' });
  await rule.getByRole('button', { name: 'Bật' }).click();
  // Whom it strikes is told before it is switched on.
  const asked = page.getByRole('dialog', { name: 'Bật quy tắc Xã không gửi dữ liệu' });
  await expect(asked.getByText(/Hôm nay sẽ đôn đốc 1 trong \d+ đơn vị/)).toBeVisible();
  await asked.getByRole('button', { name: 'Bật' }).click();
  await expect(rule.getByText('Đang bật')).toBeVisible();
  await page.getByRole('button', { name: 'Xét ngay' }).click();
  await expect(page.getByText(/Đã xét: 1 việc mới/)).toBeVisible();

  await page.goto('/don-doc?state=DRAFT');
  const first = page.locator('tr[data-row="0"]');
  await expect(first).toContainText(unit);
  await expect(first).toContainText('Không có dữ liệu từ sau ngày');
  await settled(page);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/don-doc\/[0-9a-f-]{36}/);
  const letter = page.getByRole('region', { name: 'Văn bản' });
  await expect(letter).toContainText('12 ngày');
  await page.getByRole('button', { name: 'Sửa văn bản' }).click();
  await page.getByRole('dialog').getByLabel('Nội dung').fill('Đề nghị kiểm tra đường truyền.');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu văn bản' }).click();
  await expect(letter).toContainText('Đề nghị kiểm tra đường truyền.');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  const steps = page.getByRole('region', { name: 'Các bước' });
  await expect(steps.getByRole('listitem').first()).toContainText('Gửi, hạn trả lời');
  await page.getByRole('button', { name: 'Hoãn' }).click();
  const dialog = page.getByRole('dialog');
  const until = dayAgo(-5).split('-').reverse().join('/');
  await dialog.getByLabel('Hoãn đến hết ngày').fill(until);
  await dialog.getByRole('button', { name: 'Hoãn' }).click();
  await expect(dialog.getByLabel('Lý do')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Lý do').fill('Đơn vị đang thay đường truyền.');
  await dialog.getByRole('button', { name: 'Hoãn' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`Hoãn đến hết ${until}`).first()).toBeVisible();
  await expect(page.getByText('Chưa có thư nào.')).toBeVisible();
  await ask(request, 'mutation ($id: ID!) { removeDossierSource(id: $id) }', { id: source });
});
