import type { Locator, Page } from '@playwright/test';
import { ask, INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';
import { person, windowOf } from './people.ts';
import { expectAccessible, expectNothingBeyondTheEdge, expectVietnamese } from './soundness.ts';

const DISTRICT = '171';

interface SavedPlan {
  version: number;
  targets: { unit: { code: string }; percent: number }[];
  comments: { body: string | null }[];
  counterProposals: { state: string }[];
}

async function saved(page: Page, id: string): Promise<SavedPlan> {
  const query = `query ($id: ID!) { targetPlan(id: $id) {
    version targets { unit { code } percent } comments { body } counterProposals { state } } }`;
  return (await ask<{ targetPlan: SavedPlan }>(page.request, query, { id })).targetPlan;
}

const percentsOf = ({ targets }: SavedPlan): Record<string, number> =>
  Object.fromEntries(targets.map(({ unit, percent }) => [unit.code, percent]));

/** The cell of a unit that its target is typed into. */
async function targetCell(page: Page, name: string): Promise<Locator> {
  const head = page.getByRole('columnheader', { name: /^Chỉ tiêu %/ });
  const column = await head.getAttribute('aria-colindex');
  return rowOf(page, name).locator(`[aria-colindex="${column ?? ''}"]`);
}

const rowOf = (page: Page, name: string): Locator =>
  page
    .locator('tr')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}( |$)`) }) })
    .first();

async function type(page: Page, name: string, text: string): Promise<void> {
  const cell = await targetCell(page, name);
  await cell.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

interface Child {
  code: string;
  name: string;
}

/** A draft of the district with 50 for each of its first six units, of a year in which nothing was begun. */
async function draft(page: Page): Promise<{ id: string; year: string; units: Child[] }> {
  const { targetPlans } = await ask<{ targetPlans: { year: number }[] }>(
    page.request,
    'query ($issuer: ID!) { targetPlans(issuer: $issuer) { year } }',
    { issuer: DISTRICT },
  );
  const year = Math.max(2022, ...targetPlans.map((plan) => plan.year)) + 1;
  const { createTargetPlan } = await ask<{
    createTargetPlan: { id: string; children: { isIssuer: boolean; unit: Child & { kind: string } }[] };
  }>(
    page.request,
    `mutation ($input: TargetPlanInput!) {
      createTargetPlan(input: $input) { id children { isIssuer unit { code name kind } } }
    }`,
    { input: { issuer: DISTRICT, indicator: INDICATOR, year } },
  );
  const { id, children } = createTargetPlan;
  const units = children
    .filter(({ isIssuer, unit }) => !isIssuer && unit.kind === 'COMMUNE')
    .slice(0, 6)
    .map(({ unit }) => unit);
  await ask(
    page.request,
    'mutation ($plan: ID!, $targets: [TargetInput!]!) { setTargets(plan: $plan, targets: $targets) { id } }',
    { plan: id, targets: units.map(({ code }) => ({ unit: code, percent: 50 })) },
  );
  return { id, year: String(year), units };
}

test('two people in one plan: each sees the other, both are kept, and what both changed is chosen', async ({
  page,
  browser,
  baseURL,
}) => {
  const { id, units } = await draft(page);
  const [first, second, third] = units as [Child, Child, Child];
  const people = [
    await person(page, 'Trần Thị Bình', 'PLANNER', DISTRICT),
    await person(page, 'Ma Văn Cường', 'PLANNER', DISTRICT),
  ] as const;
  const binh = await windowOf(browser, baseURL, people[0]);
  const cuong = await windowOf(browser, baseURL, people[1]);
  for (const one of [binh, cuong]) await one.goto(`/giao-chi-tieu/${id}`);

  await test.step('each is told of the other, and where they stand', async () => {
    await expect(cuong.getByText('Đang cùng xem: Trần Thị Bình')).toBeVisible();
    await expect(binh.getByText('Đang cùng xem: Ma Văn Cường')).toBeVisible();
    await (await targetCell(cuong, third.name)).click();
    const cell = await targetCell(binh, third.name);
    await expect(cell.getByText('Ma Văn Cường', { exact: true })).toBeVisible();
    await expect(cell).toHaveText(/Ma Văn Cường đang ở ô này/);
  });

  await test.step('different cells: both are saved, and each sees what the other typed', async () => {
    await type(binh, first.name, '61');
    await type(cuong, second.name, '62');
    await expect(await targetCell(cuong, first.name)).toContainText('61,00');
    await expect(await targetCell(binh, second.name)).toContainText('62,00');
    await expect
      .poll(async () => percentsOf(await saved(page, id)))
      .toMatchObject({ [first.code]: 61, [second.code]: 62, [third.code]: 50 });
  });

  await test.step('the same cell: nothing is overwritten, and one chooses', async () => {
    // Cường's line is down for a moment: what he types waits.
    await cuong.context().setOffline(true);
    await type(cuong, third.name, '63');
    await type(binh, third.name, '64');
    await expect.poll(async () => percentsOf(await saved(page, id))[third.code]).toBe(64);
    await cuong.context().setOffline(false);
    const dialog = cuong.getByRole('dialog');
    await expect(dialog).toContainText(third.name);
    await expect(dialog).toContainText('64,00');
    await expect(dialog).toContainText('63,00');
    expect(percentsOf(await saved(page, id))[third.code]).toBe(64);
    await dialog.getByRole('button', { name: /63,00/ }).click();
    await expect.poll(async () => percentsOf(await saved(page, id))[third.code]).toBe(63);
    await expect(await targetCell(binh, third.name)).toContainText('63,00');
  });

  await test.step('both at once in many cells: the server has all of them', async () => {
    const [a, b] = [units.slice(0, 3), units.slice(3)];
    await Promise.all([
      (async () => {
        for (const [i, { name }] of a.entries()) await type(binh, name, String(70 + i));
      })(),
      (async () => {
        for (const [i, { name }] of b.entries()) await type(cuong, name, String(80 + i));
      })(),
    ]);
    const wanted = Object.fromEntries([
      ...a.map(({ code }, i): [string, number] => [code, 70 + i]),
      ...b.map(({ code }, i): [string, number] => [code, 80 + i]),
    ]);
    await expect.poll(async () => percentsOf(await saved(page, id))).toEqual(wanted);
    for (const one of [binh, cuong])
      for (const { code, name } of units)
        await expect(await targetCell(one, name)).toContainText(`${String(wanted[code])},00`);
  });

  await test.step('who leaves is gone a little later', async () => {
    await cuong.close();
    await expect(binh.getByText('Đang cùng xem')).toBeHidden({ timeout: 30_000 });
  });
});

test('a commune is asked, proposes another number, and the district takes it over', async ({
  page,
  browser,
  baseURL,
}) => {
  const { id, year, units } = await draft(page);
  const [commune] = units as [Child];
  const binh = await windowOf(browser, baseURL, await person(page, 'Trần Thị Bình', 'PLANNER', DISTRICT));
  const clerk = await windowOf(browser, baseURL, await person(page, 'Lý Thị Dung', 'CLERK', commune.code));

  await test.step('the district asks until a day', async () => {
    await binh.goto(`/giao-chi-tieu/${id}`);
    await binh.getByRole('button', { name: 'Lấy ý kiến', exact: true }).click();
    await binh.getByRole('dialog').getByRole('button', { name: 'Lấy ý kiến', exact: true }).click();
    await expect(binh.getByRole('button', { name: /^Lấy ý kiến đến/ })).toBeVisible();
  });

  await test.step('the commune sees its own target and proposes another one', async () => {
    await clerk.goto('/giao-chi-tieu');
    await clerk.getByRole('link', { name: 'Lấy ý kiến' }).click();
    const card = clerk.getByRole('article', { name: `${commune.name}, ${year}` });
    await expect(card).toContainText('50,00 %');
    await card.getByLabel('Mức đề nghị (%)').fill('42,5');
    await card.getByLabel('Lý do').fill('Gọi 0912 345 678.');
    await card.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(card.getByText(/số điện thoại/)).toBeVisible();
    await card.getByLabel('Lý do').fill('Mới sáp nhập hai xã, nhiều hồ sơ giấy.');
    await card.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await expect(card.getByText('Chờ trả lời')).toBeVisible();
    await expect(card.getByLabel('Mức đề nghị (%)')).toBeHidden();
  });

  await test.step('the district sees that something waits, without asking, and answers by keyboard', async () => {
    await (await targetCell(binh, commune.name)).click();
    await expect(rowOf(binh, commune.name).getByRole('button')).toHaveText(/^1/, { timeout: 20_000 });
    await (await targetCell(binh, commune.name)).click();
    await binh.keyboard.press('c');
    const aside = binh.getByRole('complementary');
    await expect(aside.getByText('Mới sáp nhập hai xã, nhiều hồ sơ giấy.')).toBeVisible();
    await expect(aside.getByLabel(`Ý kiến về ${commune.name}`)).toBeFocused();
    await binh.keyboard.type('Đã xem, chấp nhận mức này.');
    await binh.keyboard.press('Control+Enter');
    await expect(aside.getByText('Đã xem, chấp nhận mức này.', { exact: true })).toBeVisible();
    await aside.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    await expect(await targetCell(binh, commune.name)).toContainText('42,50');
    const plan = await saved(page, id);
    expect(percentsOf(plan)[commune.code]).toBe(42.5);
    expect(plan.counterProposals.map(({ state }) => state)).toEqual(['ACCEPTED']);
  });

  await test.step('the commune reads the answer, and everything said stands in the plan', async () => {
    await clerk.reload();
    const card = clerk.getByRole('article', { name: `${commune.name}, ${year}` });
    await expect(card.getByText('Đã chấp nhận')).toBeVisible();
    await expect(card.getByText('Đã xem, chấp nhận mức này.')).toBeVisible();
    await binh.goto(`/giao-chi-tieu/${id}?view=talk`);
    await expect(binh.getByRole('heading', { name: commune.name })).toBeVisible();
    await expect(binh.getByText('Đã xem, chấp nhận mức này.')).toBeVisible();
    for (const one of [clerk, binh]) {
      await settled(one);
      await expectAccessible(one);
      await expectVietnamese(one);
      await one.setViewportSize({ width: 390, height: 844 });
      await expectNothingBeyondTheEdge(one);
    }
  });
});
