import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { ask, INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';
import { fileIn, lastTable, textIn } from './office-file.ts';

const DISTRICT = '171';
const NUMBER = '1234/QĐ-UBND';
const MM = 1440 / 25.4;

interface Child {
  unit: { name: string };
  isIssuer: boolean;
  volume: number;
  target: { percent: number } | null;
}
interface Seen {
  targetPlan: { state: string; children: Child[]; rollUp: { achieved: number } };
}

/** A draft of its own: the first year after those of the other tests that nobody has begun. */
async function draftOf(page: Page): Promise<string> {
  const { targetPlans } = await ask<{ targetPlans: { year: number }[] }>(
    page.request,
    `{ targetPlans(issuer: "${DISTRICT}") { year } }`,
  );
  const year = Math.max(2022, ...targetPlans.map((plan) => plan.year)) + 1;
  const { createTargetPlan } = await ask<{ createTargetPlan: { id: string } }>(
    page.request,
    'mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }',
    { input: { issuer: DISTRICT, indicator: INDICATOR, year } },
  );
  await ask(
    page.request,
    'mutation ($plan: ID!) { cascadeTargets(plan: $plan, method: FAIREST, options: { required: 60 }) { achieved } }',
    { plan: createTargetPlan.id },
  );
  return createTargetPlan.id;
}

async function move(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
  await settled(page);
}

async function taken(page: Page, form: string): Promise<{ file: Download; content: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: form, exact: true }).click();
  const file = await download;
  return { file, content: readFileSync(await file.path()) };
}

const vietnamese = (percent: number): string => percent.toFixed(2).replace('.', ',');

test('a draft of a district becomes an issued decision, whose Word file has the form of the decree and the sums of the plan', async ({
  page,
}) => {
  const id = await draftOf(page);
  await page.goto(`/giao-chi-tieu/${id}?view=papers`);
  await settled(page);
  await expect(page.locator('.paper-sheet').first()).toContainText('DỰ THẢO');
  const draft = await taken(page, 'Word');
  expect(draft.file.suggestedFilename()).toMatch(/^quyet-dinh-du-thao-171-\d{4}-[0-9a-z]{10}\.docx$/);
  await settled(page);

  await move(page, 'Trình duyệt');
  await move(page, 'Duyệt');
  const { targetPlan: before } = await ask<{ targetPlan: { year: number } }>(
    page.request,
    'query ($id: ID!) { targetPlan(id: $id) { year } }',
    { id },
  );
  await move(page, 'Ban hành', async (dialog) => {
    await dialog.getByLabel('Số quyết định').fill(NUMBER);
    await dialog.getByLabel('Ngày ký').fill(`20/12/${before.year}`);
  });
  await expect(page.locator('.paper-sheet').first()).toContainText(`Số: ${NUMBER}`);
  await expect(page.locator('.paper-sheet').first()).not.toContainText('DỰ THẢO');

  const { file, content } = await taken(page, 'Word');
  expect(file.suggestedFilename()).toMatch(/^quyet-dinh-1234-qd-ubnd-171-/);
  const xml = fileIn(content, 'word/document.xml');
  const margins = Object.fromEntries(
    [...(/<w:pgMar [^>]*>/.exec(xml)?.[0] ?? '').matchAll(/w:(\w+)="(\d+)"/g)].map(([, side = '', twips]) => [
      side,
      Math.round(Number(twips) / MM),
    ]),
  );
  expect(margins).toMatchObject({ top: 20, bottom: 20, left: 30, right: 15 });
  expect(fileIn(content, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
  expect(xml).toContain('<w:titlePg/>');
  expect(fileIn(content, 'word/header.xml')).toContain('PAGE');
  const text = textIn(xml);
  for (const words of [
    `Số: ${NUMBER}`,
    `Đại Từ, ngày 20 tháng 12 năm ${before.year}`,
    'Điều 1.',
    'TM. ỦY BAN NHÂN DÂN',
  ])
    expect(text).toContain(words);

  const { targetPlan } = await ask<Seen>(
    page.request,
    'query ($id: ID!) { targetPlan(id: $id) { state rollUp { achieved } children { unit { name } isIssuer volume target { percent } } } }',
    { id },
  );
  expect(targetPlan.state).toBe('ISSUED');
  const [, ...rows] = lastTable(xml);
  const assigned = targetPlan.children.filter(({ isIssuer }) => !isIssuer);
  expect(rows.slice(0, assigned.length).map((row) => [row[1], row[4]])).toEqual(
    assigned.map(({ unit, target }) => [unit.name, vietnamese(target?.percent ?? 0)]),
  );
  const volume = targetPlan.children.reduce((sum, child) => sum + child.volume, 0);
  const total = rows.at(-1) ?? [];
  expect([total[1], total[2]?.replaceAll('.', ''), total[4]]).toEqual([
    'Tổng cộng',
    String(volume),
    vietnamese(targetPlan.rollUp.achieved),
  ]);

  await settled(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'đã ký.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${id}`) });
  await expect(page.getByRole('link', { name: 'đã ký.pdf' })).toBeVisible();

  await page.getByRole('region', { name: 'Văn bản đã lập' }).getByRole('link').first().click();
  await settled(page);
  await expect(page.getByText('Khớp với bản giao hiện nay.')).toBeVisible();
  await expect(page.locator('.paper-sheet').last()).toContainText(vietnamese(targetPlan.rollUp.achieved));
});

test('the words of decisions are written beside the paper that they make, and a place nobody knows is told', async ({
  page,
}) => {
  const id = await draftOf(page);
  await page.goto(`/giao-chi-tieu/${id}/mau-van-ban`);
  await settled(page);
  const place = page.getByLabel('Địa danh');
  await place.fill('Nơi ký {{nam}}');
  await expect(page.getByText('Không có chỗ điền «nam».')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu mẫu' })).toBeDisabled();
  await place.fill('Nơi ký ');
  await page.getByRole('button', { name: 'địa danh', exact: true }).click();
  await expect(place).toHaveValue('Nơi ký {{issuerPlace}}');
  await expect(page.locator('.paper-sheet').first()).toContainText('Nơi ký Đại Từ, ngày');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  const versions = page.getByRole('region', { name: 'Các phiên bản' });
  await expect(versions.getByText(/^Phiên bản \d+/).first()).toBeVisible();
  await place.fill('Đại Từ');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await versions.getByRole('button', { name: 'Dùng lại' }).nth(1).click();
  await expect(place).toHaveValue('Nơi ký {{issuerPlace}}');
  await page.getByRole('link', { name: 'Huyện Đại Từ' }).click();
  await expect(page.getByRole('dialog')).toContainText('thay đổi chưa lưu');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await expect(page.getByRole('heading', { name: 'Tải văn bản' })).toBeVisible();
});
