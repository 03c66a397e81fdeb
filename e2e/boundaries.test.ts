import { ask } from './api.ts';
import { expect, settled, test } from './console.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

/** A square of a tenth of a degree, the `at`th of a row of ten. */
function square(at: number): number[][][] {
  const [west, south] = [105.4 + (at % 10) / 10, 21.4 + Math.floor(at / 10) / 10];
  const [east, north] = [west + 0.1, south + 0.1];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

/** Units as squares, with their codes as a spreadsheet leaves them, a lake, and a point. */
function fileOf(units: readonly { code: string; name: string }[]): Buffer {
  const features = units.map(({ code, name }, at) => ({
    type: 'Feature',
    properties: { ten: name, ma: Number(code) },
    geometry: { type: 'Polygon', coordinates: square(at) },
  }));
  const lake = {
    type: 'Feature',
    properties: { ten: 'Hồ Núi Cốc' },
    geometry: { type: 'Polygon', coordinates: square(1) },
  };
  const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [105.8, 21.6] } };
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [...features, lake, point] }));
}

test('the province is drawn in its boundaries: a file is read, looked at and kept, and leads from Tổng quan to figures', async ({
  page,
}) => {
  const { units } = await ask<{ units: { nodes: { code: string; name: string }[] } }>(
    page.request,
    '{ units(kind: COMMUNE, on: "2022-12-31", first: 500) { nodes { code name } } }',
  );
  await page.goto('/don-vi');
  await page.getByRole('link', { name: 'Bản đồ ranh giới' }).click();
  await expect(page.getByText('Chưa có bản đồ ranh giới')).toBeVisible();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: 'a.geojson', mimeType: 'application/json', buffer: Buffer.from('{"type":') });
  await expect(page.getByRole('alert')).toContainText('không phải JSON');
  await choose.setInputFiles({ name: 'xa.geojson', mimeType: 'application/geo+json', buffer: fileOf(units.nodes) });
  await expect(page.getByText(`${String(units.nodes.length)} đơn vị khớp theo cột “ma”`)).toBeVisible();
  await expect(page.getByText('Không rõ của đơn vị nào: Hồ Núi Cốc')).toBeVisible();
  await expect(page.getByText('1 đối tượng trong tệp là điểm')).toBeVisible();
  const asked = page.getByRole('dialog');
  const keep = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Đặt bản đồ này' }).click();
    await asked.getByRole('button', { name: 'Đặt bản đồ này' }).click();
    await expect(asked).toHaveCount(0);
  };
  await keep();
  await expect(page.getByText(/^xa\.geojson, do .* đặt ngày/)).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await expectVietnamese(page);

  await page.goto('/?to=2022-08-31');
  await page.getByRole('tab', { name: 'Bản đồ' }).click();
  await expect(page).toHaveURL(/tiles=map/);
  await expect(page.locator('[data-shape]')).toHaveCount(units.nodes.length);
  await expect(
    page.getByRole('heading', { name: `${units.nodes.length} xã, phường, thị trấn trên bản đồ` }),
  ).toBeVisible();
  const shape = page.locator('[data-shape="05680"]');
  await expect(shape).toHaveAttribute('aria-label', /^Xã Văn Hán · 22,97\s%/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNothingBeyondTheEdge(page);
  await shape.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/so-lieu\/05680/);

  // Districts alone, one of them missing: what is missing and what is replaced is said before; each has its colour, mark and name.
  await page.goto('/don-vi/ranh-gioi');
  const two = [
    { code: '164', name: 'Thành phố Thái Nguyên' },
    { code: '171', name: 'Huyện Đại Từ' },
  ];
  await choose.setInputFiles({ name: 'huyen.geojson', mimeType: 'application/geo+json', buffer: fileOf(two) });
  await expect(page.getByText(/^Chưa có ranh giới: .*Huyện Võ Nhai/)).toBeVisible();
  await page.getByRole('button', { name: 'Đặt bản đồ này' }).click();
  await expect(asked).toContainText('Bản đồ đang dùng sẽ được thay.');
  await asked.getByRole('button', { name: 'Đặt bản đồ này' }).click();
  await expect(page.getByText(/^huyen\.geojson/)).toBeVisible();
  await page.goto('/?to=2022-08-31&tiles=map');
  await expect(page.getByRole('heading', { name: '2 huyện, thành phố trên bản đồ' })).toBeVisible();
  await expect(page.locator('[data-shape="171"]')).toContainText('Đại Từ');
  await expect(page.locator('[data-legend]')).toContainText('Chưa đạt');
  expect(await page.locator('[data-shape="171"] ~ path').count()).toBe(0);

  await page.goto('/don-vi/ranh-gioi');
  await page.getByRole('button', { name: 'Bỏ bản đồ' }).click();
  await asked.getByRole('button', { name: 'Bỏ bản đồ' }).click();
  await expect(page.getByText('Chưa có bản đồ ranh giới')).toBeVisible();
  await page.goto('/?to=2022-08-31');
  await settled(page);
  await expect(page.getByRole('tab', { name: 'Bản đồ' })).toHaveCount(0);
});
