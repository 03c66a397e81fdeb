import { expect, settled, test } from './console.ts';

const AUGUST = 'from=2022-01-01&to=2022-08-31';

test('who falls behind is found, opened by the keyboard alone, and told why', async ({ page }) => {
  await page.goto(`/theo-doi?${AUGUST}`);
  const first = page.locator('tr[data-row="0"]');
  await expect(first).toContainText('Không thể đạt');
  await settled(page);

  // Narrowed to one outlook, and back: all of it is in the address.
  const choices = page.getByRole('group', { name: 'Lọc theo triển vọng' });
  await choices.getByRole('button', { name: /^Sẽ không đạt/ }).click();
  await expect(page).toHaveURL(/outlook=WILL_MISS/);
  await expect(first).toContainText('Sẽ không đạt');
  await page.goBack();
  await expect(first).toContainText('Không thể đạt');

  await first.focus();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary');
  await expect(pane.getByRole('heading', { name: 'Huyện Võ Nhai' })).toBeVisible();
  await expect(pane.getByText('Dù mọi hồ sơ theo dự kiến còn đến đều nộp trực tuyến')).toBeVisible();
  await expect(pane.getByText('Ai kéo xuống, ai kéo lên')).toBeVisible();
  await expect(pane.getByRole('listitem').filter({ hasText: 'kéo xuống' }).first()).toContainText(
    /kéo xuống [\d.,]+ hồ sơ/,
  );
  await expect(pane.getByRole('link', { name: 'Hướng dẫn' })).toHaveAttribute('href', /unit=\d+/);

  // The same by procedures, counted when somebody wants to see it; what stands below it is still there.
  await pane.getByRole('button', { name: 'Tính theo thủ tục' }).press('Enter');
  const procedures = pane.getByRole('list', { name: 'Thủ tục nào kéo xuống, kéo lên' });
  await expect(procedures.getByRole('listitem').first()).toContainText(/kéo xuống [\d.,]+ hồ sơ/);
  await expect(pane.getByText('Ai kéo xuống, ai kéo lên')).toBeVisible();
  await procedures.getByRole('link').first().focus();
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await expect(first).toBeFocused();
});

test('what forecasts of the past were off by is told beside what anybody would have said', async ({ page }) => {
  await page.goto(`/theo-doi?${AUGUST}`);
  await page.getByRole('button', { name: 'Dự báo đúng đến đâu' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dự báo đúng đến đâu' });
  const communes = dialog.getByRole('row').filter({ hasText: 'Xã, phường, thị trấn' });
  await expect(communes).toHaveCount(1);
  const [forecast = NaN, soFar = NaN, lastMonth = NaN] = (await communes.getByRole('cell').allTextContents())
    .slice(1, 4)
    .map((text) => Number(text.trim().replace(',', '.')));
  // What is told on the page is told in the report of the tests too: where the forecast loses it says so.
  const lines = await dialog
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .all();
  for (const line of lines) {
    const cells = (await line.locator('th, td').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    process.stdout.write(
      `      off by, in points (method, forecast, as so far, as last month): ${cells.join(' | ')}\n`,
    );
  }
  expect(forecast).toBeGreaterThan(0);
  expect(forecast).toBeLessThan(soFar);
  expect(forecast).toBeLessThan(lastMonth);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('units are ranked in a month, with the rank before and why it moved', async ({ page }) => {
  await page.goto('/bao-cao?from=2022-08-01&to=2022-08-31');
  await expect(page.locator('tr[data-row="0"]')).toContainText('Thành phố Sông Công');
  await expect(page.getByText(/^Lên \d+ bậc: vượt \d+ đơn vị \(.+\)\.$/).first()).toBeVisible();
  await page.getByRole('combobox', { name: /^Nhóm đơn vị/ }).click();
  await page.getByRole('option', { name: 'Xã, phường, thị trấn' }).click();
  await expect(page).toHaveURL(/kind=COMMUNE/);
  // Nobody is left out: with a rank or without one.
  const foot = page.getByText(/^\d+ đơn vị có hạng, \d+ không xếp hạng$/);
  await expect
    .poll(async () => ((await foot.textContent()) ?? '').match(/\d+/g)?.reduce((sum, count) => sum + Number(count), 0))
    .toBe(178);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải CSV' }).click();
  expect((await download).suggestedFilename()).toBe('xep-hang-2022-08-01-2022-08-31.csv');
});
