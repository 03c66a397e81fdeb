import { ask } from './api.ts';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge } from './soundness.ts';
import type { Page } from '@playwright/test';

const AUGUST = 'to=2022-08-31';

/** A written number of points as hundredths: `+2,23` is 223. */
const hundredths = (text: string | null): number =>
  Math.round(Number((text ?? '').trim().replace('−', '-').replace('+', '').replace(',', '.')) * 100);

/** How many wait by the side bar. */
async function waiting(page: Page): Promise<number> {
  const badge = page.locator('[data-waiting]').first();
  await expect(badge).toBeVisible();
  return Number(await badge.locator('span').first().textContent());
}

test('a vice-chairman sees number, change, outlook, who needs a call and what waits, in one question of facts', async ({
  page,
  browser,
  baseURL,
}) => {
  const chair = await windowOf(browser, baseURL, await person(page, 'Phó Chủ tịch', 'APPROVER', '19'));
  const asked: string[] = [];
  chair.on('request', (request) => {
    const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string };
    if (request.url().endsWith('/graphql') && operationName) asked.push(operationName);
  });
  await chair.goto(`/?${AUGUST}`);
  await settled(chair);
  await expect(chair.getByText('Toàn tỉnh · sở, ngành và địa phương')).toBeVisible();
  await expect(chair.getByText(/^\d+ trong 29 đơn vị chậm mốc hết tháng 8$/)).toBeVisible();
  await expect(chair.getByText(/^Dự báo cuối năm 5\d,\d\d/)).toBeVisible();
  await expect(chair.getByText(/^Từ nay đến cuối năm cần/)).toBeVisible();
  expect(asked.filter((name) => name === 'Overview')).toHaveLength(1);
  // The page, the frame, what is not for everybody, and what waits (once for the page, once for the side bar).
  expect(new Set(asked)).toEqual(
    new Set(['Frame', 'Overview', 'UnitMatters', 'UnitSpeakers', 'MyWork', 'WaitingCount', 'LatestReports']),
  );

  // What changed, by unit: the parts sum to the whole as they are written.
  const parts = await chair.locator('[data-change] [data-points]').allTextContents();
  const whole = await chair.getByRole('heading', { name: /^So với hết tháng 7/ }).textContent();
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.reduce((sum, part) => sum + hundredths(part), 0)).toBe(
    hundredths(/([+−]?\d+,\d+) điểm/.exec(whole ?? '')?.[1] ?? ''),
  );

  // Who needs a call: the demonstration wrote to the districts behind their mark.
  const calls = chair.locator('section').filter({ has: chair.getByRole('heading', { name: 'Cần gọi' }) });
  const first = calls.getByRole('listitem').first();
  await expect(first).toContainText(/^Thành phố Phổ Yên không thể đạt, thiếu [\d.]+ hồ sơ so với mốc tháng 8/);
  await expect(first).toContainText('kéo xuống nhiều nhất');
  await expect(first).toContainText('đôn đốc 14/09/2022');
  // Its difficulty was answered: nobody waits for that.
  await expect(first).not.toContainText('khó khăn');

  // Every number leads to what is behind it, by the keyboard alone.
  await first.getByRole('link').first().focus();
  await chair.keyboard.press('Enter');
  await expect(chair).toHaveURL(/\/so-lieu\/172/);
  await chair.goBack();
  await first.getByRole('link', { name: '1 thư đôn đốc' }).click();
  await expect(chair.locator('tr[data-row]')).toHaveCount(1);
  await expect(chair.locator('tr[data-row="0"]')).toContainText('Thành phố Phổ Yên');
  await chair.goBack();
  // The full account is of the very change that was shown.
  const risen = (await chair.locator('h2', { hasText: 'So với hết tháng' }).innerText()).match(/[+−][\d,]+/)?.[0] ?? '';
  const told = chair.locator('[data-change] li').filter({ has: chair.getByRole('link') });
  const [name, points] = [
    await told.first().getByRole('link').innerText(),
    await told.first().locator('[data-points]').innerText(),
  ];
  await chair.getByRole('link', { name: 'Xem đủ nguyên nhân' }).click();
  await expect(chair.locator('[data-change]')).toContainText(risen.replace('+', ''));
  // By units at once, with the same numbers, and all rows sum to what is printed below them.
  const rows = chair.locator('tbody tr');
  await expect(rows.first()).toContainText(name);
  await expect(rows.first().locator('[data-points]')).toHaveText(points);
  const sum = (await rows.locator('[data-points]').allTextContents()).reduce((all, one) => all + hundredths(one), 0);
  expect(sum).toBe(hundredths(await chair.locator('[data-total] td').last().innerText()));
});

test('a clerk lands on the own commune: what it loses most by, and what there is to do', async ({
  page,
  browser,
  baseURL,
}) => {
  const clerk = await windowOf(browser, baseURL, await person(page, 'Một cửa xã', 'CLERK', '05503'));
  await clerk.setViewportSize({ width: 390, height: 844 });
  await clerk.goto(`/?${AUGUST}`);
  await settled(clerk);
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('Tổng quan');
  await expect(clerk.locator('main').getByText('Xã Tân Cương', { exact: true })).toBeVisible();
  const procedures = clerk.getByRole('list', { name: 'Thủ tục nào kéo xuống, kéo lên' });
  await expect(procedures.getByRole('listitem').first()).toContainText(/kéo xuống [\d.,]+ hồ sơ/);
  const todo = clerk.locator('section').filter({ has: clerk.getByRole('heading', { name: 'Cần làm gì' }) });
  await expect(todo.getByRole('link', { name: 'Báo khó khăn' })).toBeVisible();
  await expectNothingBeyondTheEdge(clerk);
  await expectAccessible(clerk);
  await clerk.getByRole('link', { name: 'Xem toàn tỉnh' }).click();
  await expect(clerk.getByText('Toàn tỉnh · sở, ngành và địa phương')).toBeVisible();
  // Somebody else's units have nothing to do with what one has to do oneself.
  await expect(clerk.getByRole('heading', { name: 'Cần làm gì' })).toHaveCount(0);
});

test('my work leads to where it is done, and what is done is gone from it and from the side bar', async ({
  page,
  browser,
  baseURL,
}) => {
  const lead = await windowOf(browser, baseURL, await person(page, 'Phòng chủ trì', 'APPROVER', '165'));
  const { reportDifficulty: made } = await ask<{ reportDifficulty: { id: string } }>(
    page.request,
    `mutation { reportDifficulty(input: { unit: "05506", cause: EQUIPMENT, text: "Máy quét hỏng từ đầu tháng" }) { id } }`,
  );
  await lead.goto('/viec-cua-toi');
  await settled(lead);
  const before = await waiting(lead);
  const matter = lead.locator('[data-kind="DIFFICULTY_TO_TAKE"]');
  const count = Number(await matter.locator('[data-count]').textContent());
  await matter.getByRole('link', { name: /Máy quét hỏng/ }).click();
  await expect(lead).toHaveURL(new RegExp(`/kho-khan/${made.id}$`));
  await lead.getByRole('button', { name: 'Giao trả lời' }).click();
  const take = lead.getByRole('dialog', { name: 'Giao trả lời' });
  await take.getByRole('combobox', { name: 'Đơn vị trả lời' }).fill('Bách Quang');
  await lead.getByRole('option').first().click();
  await take.getByRole('button', { name: 'Giao trả lời' }).click();
  await expect(take).toHaveCount(0);
  await lead
    .getByRole('link', { name: /^Việc của tôi/ })
    .first()
    .click();
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Việc của tôi');
  if (count > 1) await expect(matter.locator('[data-count]')).toHaveText(String(count - 1));
  else await expect(matter).toHaveCount(0);
  if (before > 1) await expect.poll(() => waiting(lead)).toBe(before - 1);
  else await expect(lead.locator('[data-waiting]')).toHaveCount(0);
});
