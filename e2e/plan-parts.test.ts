import type { APIRequestContext, Page } from '@playwright/test';
import { ask, INDICATOR } from './api.ts';
import { expect, test } from './console.ts';

const DISTRICT = '171';
const YEAR = 2023;

interface Made {
  id: string;
  first: { code: string; name: string };
}

/** A draft of a year after the data, in which everybody has the same target. */
async function draftOfNextYear(request: APIRequestContext): Promise<Made> {
  const input = { issuer: DISTRICT, indicator: INDICATOR, year: YEAR };
  const { createTargetPlan } = await ask<{
    createTargetPlan: { id: string; children: { isIssuer: boolean; unit: { code: string; name: string } }[] };
  }>(
    request,
    `mutation ($input: TargetPlanInput!) {
       createTargetPlan(input: $input) { id children { isIssuer unit { code name } } } }`,
    { input },
  );
  const units = createTargetPlan.children.filter(({ isIssuer }) => !isIssuer).map(({ unit }) => unit);
  const targets = units.map(({ code }) => ({ unit: code, percent: 60 }));
  await ask(
    request,
    'mutation ($plan: ID!, $targets: [TargetInput!]!) { setTargets(plan: $plan, targets: $targets) { id } }',
    { plan: createTargetPlan.id, targets },
  );
  return { id: createTargetPlan.id, first: units[0] ?? { code: '', name: '' } };
}

/** What was typed, `05779 3 44`. */
async function typedMarks(request: APIRequestContext, id: string): Promise<string[]> {
  const { targetPlan } = await ask<{
    targetPlan: {
      targets: { unit: { code: string }; milestones: { month: number; percent: number; typed: boolean }[] }[];
    };
  }>(
    request,
    'query ($id: ID!) { targetPlan(id: $id) { targets { unit { code } milestones { month percent typed } } } }',
    { id },
  );
  return targetPlan.targets.flatMap(({ unit, milestones }) =>
    milestones.filter(({ typed }) => typed).map(({ month, percent }) => `${unit.code} ${month} ${percent}`),
  );
}

const markCell = (page: Page, name: string, month: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .locator(`[aria-colindex="${month + 1}"]`);

test('marks of the months are typed in their sheet and beside the targets; a tile leads to its unit', async ({
  page,
}) => {
  const { id, first } = await draftOfNextYear(page.request);

  await test.step('a mark typed in the sheet of marks is saved, undone, and typed again', async () => {
    await page.goto(`/giao-chi-tieu/${id}?view=marks`);
    const cell = markCell(page, first.name, 3);
    const before = await cell.innerText();
    await cell.click();
    await page.keyboard.type('44');
    await page.keyboard.press('Enter');
    await expect(cell).toContainText('44,00');
    await expect.poll(() => typedMarks(page.request, id)).toEqual([`${first.code} 3 44`]);
    await page.keyboard.press('Control+Z');
    await expect(cell).toHaveText(before);
    await expect.poll(() => typedMarks(page.request, id)).toEqual([]);
    await cell.click();
    await page.keyboard.type('45,5');
    await page.keyboard.press('Enter');
    await expect.poll(() => typedMarks(page.request, id)).toEqual([`${first.code} 3 45.5`]);
  });

  await test.step('words are no mark: the cell stays open and says why', async () => {
    await markCell(page, first.name, 4).click();
    await page.keyboard.type('5x');
    await page.keyboard.press('Enter');
    await expect(page.getByText('“5x” không phải là tỷ lệ')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a tile leads to the row of its unit', async () => {
    await page.getByRole('link', { name: 'Ô mức tăng' }).click();
    const tile = page.getByRole('list', { name: 'Mức tăng của từng đơn vị' }).getByRole('button', { name: first.name });
    await expect(tile).toContainText('→ 60,00');
    await tile.click();
    await expect(page.getByRole('complementary', { name: first.name })).toBeVisible();
    await expect(page.locator('[role=grid] :focus')).toHaveCount(1);
  });

  await test.step('beside the targets the mark stands where it was typed, and is dropped there', async () => {
    await page.getByRole('navigation', { name: first.name }).getByRole('link', { name: 'Mốc tháng' }).click();
    await expect(page.getByLabel('Tháng 3, nhập tay')).toHaveValue('45,50');
    await page.getByRole('button', { name: 'Bỏ mốc nhập tay của tháng 3' }).click();
    await expect.poll(() => typedMarks(page.request, id)).toEqual([]);
    await page.getByLabel('Tháng 5,').fill('33');
    await page.keyboard.press('Enter');
    await expect.poll(() => typedMarks(page.request, id)).toEqual([`${first.code} 5 33`]);
  });

  await test.step('everything that was typed is dropped at once', async () => {
    await page.goto(`/giao-chi-tieu/${id}?view=marks`);
    await page.getByRole('button', { name: 'Bỏ mọi mốc nhập tay (1)' }).click();
    await expect.poll(() => typedMarks(page.request, id)).toEqual([]);
    await expect(page.getByRole('button', { name: /Bỏ mọi mốc/ })).toHaveCount(0);
  });
});
