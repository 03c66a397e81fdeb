import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { MailServer } from '../packages/server/test/mail-server.ts';
import { ask, INDICATOR } from './api.ts';
import { expect, settled, test } from './console.ts';
import { fileIn, tablesIn } from './office-file.ts';
import { person, windowOf, type Person } from './people.ts';
import {
  addReceiver,
  addRule,
  assignTargets,
  BEHIND,
  countsOf,
  dossiersOf,
  lastQuarter,
  nameOf,
  ONLINE,
  push,
  row,
  type Counts,
} from './quarter-data.ts';
import { ADMIN, startServer, type RunningServer } from './server.ts';

const quarter = lastQuarter();
const NAMES: Record<string, string> = {
  '164': 'Thành phố Thái Nguyên',
  '165': 'Thành phố Sông Công',
  '171': 'Huyện Đại Từ',
  '172': 'Thành phố Phổ Yên',
};

/** As papers write a rate: two decimals, half up, on whole numbers. */
function written({ numerator, denominator }: Counts): string {
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return `${String(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}

let server: RunningServer;
const mail = new MailServer();

test.beforeAll(async () => {
  const { port, from } = await mail.listen();
  server = await startServer({
    seed: 'demo',
    settings: { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, SMTP_FROM: from },
  });
});

test.afterAll(async () => {
  await mail.close();
  expect(await server.stop()).toBe(0);
});

/** The newest mail to an address whose text has something. */
async function mailTo(email: string, has: RegExp): Promise<string> {
  const found = () => mail.arrived.filter(({ to, text }) => to.includes(email) && has.test(text)).at(-1)?.text ?? '';
  await expect.poll(found, { timeout: 120_000 }).not.toBe('');
  return found();
}

async function adminPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.baseUrl, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  expect((await page.request.post('/auth/login', { data: ADMIN })).status()).toBe(200);
  return page;
}

async function fileOf(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

test('a quarter is lived through: from the data to letters, a difficulty, an inspection, and the report that stays what it was', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const admin = await adminPage(browser);
  const api = admin.request;
  const windowFor = async (name: string, role: string, unit: string): Promise<Page> => {
    const who: Person = await person(admin, name, role, unit);
    return windowOf(browser, server.baseUrl, who);
  };
  const monitor = await windowFor('Sở theo dõi', 'MONITOR', '19');
  const approver = await windowFor('Lãnh đạo duyệt', 'APPROVER', '19');
  const clerk = await windowFor('Một cửa xã', 'CLERK', '05680');
  const district = await windowFor('Văn phòng huyện', 'PLANNER', '171');
  await assignTargets(api, quarter);
  const receivers = new Map<string, { id: string; email: string }>();
  for (const unit of BEHIND) receivers.set(unit, await addReceiver(api, unit));

  const { during, after, organisationOf } = await dossiersOf(api, quarter);
  await test.step('the data arrive: the quarter as a file, what came since from the one-stop systems', async () => {
    await admin.goto('/ho-so');
    const file = during.map((one) => JSON.stringify(one)).join('\n');
    await admin
      .locator('input[type=file]')
      .setInputFiles({ name: 'quy.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(file) });
    await admin.getByRole('button', { name: `Nhận ${String(during.length)} dòng` }).click();
    await expect(admin.getByText('Đã nhận toàn bộ')).toBeVisible();
    await push(api, after);
  });
  await test.step('who receives for the districts tells the code that came by mail', async () => {
    for (const { id, email } of receivers.values()) {
      const code = /\b\d{8}\b/.exec(await mailTo(email, /\b\d{8}\b/))?.[0] ?? '';
      await ask(api, 'mutation ($id: ID!, $code: String!) { confirmUrgeContact(id: $id, code: $code) { id } }', {
        id,
        code,
      });
    }
  });
  const counts = new Map<string, Counts>();
  for (const unit of ['19', ...Object.keys(ONLINE)]) counts.set(unit, await countsOf(api, unit, quarter));

  await test.step('two districts are behind, and they alone are written to', async () => {
    await addRule(api);
    await monitor.goto('/don-doc/quy-tac');
    await monitor.getByRole('button', { name: 'Xét ngay' }).click();
    await expect(monitor.getByText(/Đã xét: 2 việc mới/)).toBeVisible();
    await monitor.goto('/don-doc?state=DRAFT');
    await expect(monitor.locator('tr[data-row]')).toHaveCount(2);
    for (const unit of BEHIND)
      await expect(monitor.getByRole('row').filter({ hasText: NAMES[unit] ?? '' })).toBeVisible();
    await monitor.getByRole('button', { name: 'Gửi 2 dự thảo' }).click();
    await monitor.getByRole('dialog').getByRole('button', { name: 'Gửi 2 dự thảo' }).click();
    await expect(monitor.getByText('Chưa có việc đôn đốc').or(monitor.getByText('Không có')).first()).toBeVisible();
  });

  await test.step('the district answers, where its work waits', async () => {
    await district.goto('/viec-cua-toi');
    await district
      .getByRole('link', { name: /Đôn đốc .*Đại Từ/i })
      .first()
      .click();
    await expect(district).toHaveURL(/\/don-doc\//);
    await district.getByRole('button', { name: 'Trả lời' }).click();
    const dialog = district.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Huyện đã giao tổ công nghệ số hướng dẫn tại bộ phận một cửa.');
    await dialog.getByRole('button', { name: 'Trả lời' }).click();
    await expect(district.getByText('tổ công nghệ số').first()).toBeVisible();
  });

  await test.step('who sends letters is told of the answer until it is read', async () => {
    await monitor.goto('/viec-cua-toi');
    const news = monitor.getByRole('region', { name: /^Mới có trả lời, thông báo/ });
    await news.getByRole('link', { name: /Huyện Đại Từ/ }).click();
    await expect(monitor.getByText('tổ công nghệ số').first()).toBeVisible();
    await expect(monitor.getByRole('button', { name: 'Chấp nhận, kết thúc' })).toBeVisible();
    await expect(async () => {
      await monitor.goto('/viec-cua-toi');
      await expect(monitor.getByRole('heading', { level: 1 })).toHaveText('Việc của tôi');
      await settled(monitor);
      await expect(news).toHaveCount(0);
    }).toPass();
  });

  await test.step('a commune reports what stands in its way', async () => {
    await clerk.goto('/kho-khan?form=new&unit=05680');
    const form = clerk.getByRole('dialog', { name: 'Báo khó khăn, vướng mắc' });
    await form.getByRole('textbox', { name: 'Gặp khó khăn gì?' }).fill('Phần mềm một cửa mất kết nối mỗi buổi sáng');
    await form.getByRole('combobox', { name: 'Nguyên nhân' }).selectOption('SYSTEM');
    await form.getByRole('button', { name: 'Gửi' }).click();
    await expect(clerk.getByText('Phần mềm một cửa mất kết nối mỗi buổi sáng').first()).toBeVisible();
  });

  await test.step('the district is inspected: dossiers are drawn from those that counted', () => inspect(monitor));

  const address = await test.step('the report is drawn up, approved, and published', async () => {
    await monitor.goto('/bao-cao/chu-tich');
    await monitor.getByRole('button', { name: 'Lập báo cáo' }).first().click();
    const form = monitor.getByRole('dialog', { name: 'Lập báo cáo' });
    await form.getByRole('combobox', { name: 'Loại báo cáo' }).selectOption('QUARTERLY');
    await form.getByRole('combobox', { name: 'Năm' }).selectOption(String(quarter.year));
    await form.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption(String(quarter.number));
    await form.getByRole('button', { name: 'Lập báo cáo' }).click();
    await expect(monitor).toHaveURL(/\/bao-cao\/chu-tich\/[\da-f-]{36}/);
    await monitor.getByRole('button', { name: 'Trình duyệt' }).click();
    await monitor.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
    await expect(monitor.getByText('Chờ duyệt').first()).toBeVisible();
    const at = new URL(monitor.url()).pathname;
    await approver.goto(at);
    await approver.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await approver.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await approver.getByRole('button', { name: 'Ban hành', exact: true }).click();
    const publish = approver.getByRole('dialog', { name: 'Ban hành' });
    await publish.getByRole('textbox', { name: 'Số văn bản' }).fill('305/BC-VP');
    await publish.getByRole('button', { name: 'Ban hành' }).click();
    await expect(approver.getByText('Kỳ đã chốt đúng thời điểm của báo cáo.')).toBeVisible();
    return at;
  });

  const references = new Map<string, string>();
  await test.step('paper and workbook say the figures, and no others', async () => {
    await clerk.goto(`${address}?view=figures`);
    await settled(clerk);
    const word = tablesIn(fileIn(await fileOf(clerk, 'Word'), 'word/document.xml')).flat();
    const sheet = sheetRows(fileIn(await fileOf(clerk, 'Phụ lục (Excel)'), 'xl/worksheets/sheet1.xml'));
    for (const [unit, counted] of counts) {
      const name = unit === '19' ? 'Tỉnh Thái Nguyên' : (NAMES[unit] ?? '');
      const told = [String(counted.numerator), String(counted.denominator), written(counted)];
      expect(
        word
          .filter((cells) => cells.includes(name))
          .map((cells) => cells.join('|'))
          .join('\n'),
      ).toContain(told.join('|'));
      const line = sheet.find((cells) => cells.some((cell) => isReference(cell, unit))) ?? [];
      const numbers = [
        String(counted.numerator),
        String(counted.denominator),
        String(Number(written(counted).replace(',', '.'))),
      ];
      expect(line.join('|')).toContain(numbers.join('|'));
      references.set(unit, line.find((cell) => isReference(cell, unit)) ?? '');
    }
    expect(fileIn(await fileOf(clerk, 'Word'), 'word/document.xml')).toContain('305/BC-VP');
  });

  await test.step('the letters were mailed, each with the figure that it is about', async () => {
    for (const unit of BEHIND) {
      const text = await mailTo(receivers.get(unit)?.email ?? '', /Mã số liệu/);
      const reference = new RegExp(`${unit}-\\d{4}-[0-9A-Z]{10}`).exec(text)?.[0] ?? '';
      const { figure } = await ask<{ figure: Counts & { holds: boolean } }>(
        api,
        'query ($reference: ID!) { figure(reference: $reference) { numerator denominator holds } }',
        { reference },
      );
      expect(figure.holds).toBe(true);
      expect(text).toContain(`${written(figure)}%`);
      expect(text).toContain(`(${String(figure.numerator)}/${String(figure.denominator)})`);
      const others = BEHIND.filter((other) => other !== unit).map((other) => NAMES[other] ?? '');
      for (const other of others) expect(text).not.toContain(other);
    }
  });

  await test.step('what comes late changes the number of today and not the published one, and it is told why', async () => {
    const organisation = organisationOf.get('171') ?? '';
    const late = Array.from({ length: 5 }, (_none, at) => row(organisation, 8000 + at, quarter.to, true));
    await push(api, late);
    const before = counts.get('171') ?? { numerator: 0, denominator: 0 };
    const now = { numerator: before.numerator + 5, denominator: before.denominator + 5 };
    expect(await countsOf(api, '171', quarter)).toEqual(now);
    await clerk.goto(`${address}?view=figures`);
    const line = clerk.locator('li', { hasText: 'Huyện Đại Từ' });
    await expect(line.first()).toContainText(written(before));
    await clerk.goto(`/so-lieu/${references.get('171') ?? ''}`);
    await expect(clerk.locator('[data-cited]')).toContainText(written(before));
    await expect(clerk.locator('[data-holds]')).toContainText('Đúng như khi trích dẫn');
    await expect(clerk.locator('[data-now]')).toContainText(written(now));
    const steps = clerk.getByRole('table', { name: 'Từng bước' });
    await expect(steps.getByRole('row', { name: /^Hồ sơ đến sau/ })).toContainText('+5');
    await monitor.goto(address);
    const moved = monitor.locator('[data-moved]').first();
    await moved.getByRole('button', { name: /^và \d+ số liệu khác/ }).click();
    await expect(
      moved
        .getByRole('listitem')
        .filter({ hasText: /^Huyện Đại Từ/ })
        .first(),
    ).toContainText(written(now));
  });
});

/** Held from its announcement to its conclusion, with a sample of the quarter. */
async function inspect(page: Page): Promise<void> {
  const { me } = await ask<{ me: { id: string } }>(page.request, '{ me { id } }');
  const input = {
    ...{ leadUnit: '19', title: `Kiểm tra ${nameOf(quarter)}`, purpose: 'Đối chiếu số liệu với hồ sơ.' },
    ...{ decisionNumber: '812/QĐ-UBND', decisionOn: quarter.to, from: quarter.to, to: quarter.to },
    ...{ indicator: INDICATOR, figuresFrom: quarter.from, figuresTo: quarter.to },
    ...{ units: ['171'], members: [me.id], lead: me.id },
  };
  const { planInspection } = await ask<{ planInspection: { id: string } }>(
    page.request,
    'mutation ($input: InspectionInput!) { planInspection(input: $input) { id } }',
    { input },
  );
  await page.goto(`/kiem-tra/${planInspection.id}`);
  for (const move of ['Thông báo cho đơn vị', 'Bắt đầu kiểm tra']) {
    await page.getByRole('button', { name: move }).click();
    await page.getByRole('dialog').getByRole('button', { name: move }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('tab', { name: 'Mẫu hồ sơ' }).click();
  await page.getByRole('button', { name: 'Rút mẫu' }).click();
  const draw = page.getByRole('dialog', { name: 'Rút mẫu' });
  await draw.getByRole('textbox', { name: 'Số hồ sơ rút' }).fill('4');
  await draw.getByRole('button', { name: 'Rút mẫu' }).click();
  await expect(page.locator('[data-drawn]')).toHaveCount(4);
  await page.getByRole('button', { name: 'Rút lại để kiểm chứng' }).click();
  await expect(page.getByText('Rút lại khớp')).toBeVisible();
  await page.getByRole('button', { name: 'Kết luận' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Kết luận' }).fill('Số liệu khớp hồ sơ.');
  await page.getByRole('dialog').getByRole('button', { name: 'Kết luận' }).click();
  await expect(page.getByText('Đã kết luận').first()).toBeVisible();
}

const isReference = (text: string, unit: string): boolean => new RegExp(`^${unit}-\\d{4}-[0-9A-Z]{10}$`).test(text);

/** The cells of each row of a sheet, as texts. */
function sheetRows(xml: string): string[][] {
  return [...xml.matchAll(/<row[ >].*?<\/row>/gs)].map(([found]) =>
    [...found.matchAll(/<c[ >].*?<\/c>/gs)].map(([cell]) => cell.replaceAll(/<[^>]+>/g, '')),
  );
}
