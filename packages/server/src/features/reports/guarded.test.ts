import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_REPORT } from '@chi-tieu/shared/domain/report/defaults';
import { openApi, type Api } from '../../../test/api.ts';
import type { Answer, Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { issuePlan } from '../../../test/plans.ts';
import {
  draft,
  drawn,
  givenUp,
  giveUp,
  kindOf,
  move,
  moved,
  published,
  redrawn,
  rows,
  seenBy,
  SEEN,
  word,
  type ReportSeen,
} from '../../../test/reports.ts';

let api: Api;
let monitor: Caller;
let approver: Caller;
let viewer: Caller;
const INDICATOR = 'ONLINE_RESOLUTION_L4';

beforeAll(async () => {
  api = await openApi();
  api.app.now = () => new Date('2022-12-05T03:00:00Z');
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  [monitor, approver, viewer] = (await Promise.all(
    (['MONITOR', 'APPROVER', 'VIEWER'] as const).map(async (role) => api.as(await buildAccount(api, { role }))),
  )) as [Caller, Caller, Caller];
  await api.ingest(rows(20, 10));
  // There is something to submit of every month.
  await api.ingest(['01', '02', '04', '05', '06', '07', '08', '09', '10', '11'].flatMap((month) => rows(2, 1, month)));
  Object.assign(api.app.config, { separateDuties: true });
});
afterAll(() => api.close());

const textOfParts = ({ content }: ReportSeen) =>
  content.parts.flatMap(({ sentences }) => sentences.map(({ text }) => text ?? '')).join('\n');
const ahead = ({ id, version }: ReportSeen) => ({ id, version: version + 1 });
const approved = async (report: ReportSeen) => moved(approver, await moved(monitor, report, 'SUBMITTED'), 'APPROVED');

/** What a call answers that has read a report, and waits for it while something else happens. */
async function whileHeld<T>(id: string, call: () => Promise<Answer<T>>, meanwhile: (sql: Sql) => Promise<unknown>) {
  const client = await api.db.connect();
  try {
    await client.query('begin');
    await client.query('select from report where id = $1 for update', [id]);
    const ended: true[] = [];
    const answer = call().finally(() => ended.push(true));
    while (ended.length === 0 && (await waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await meanwhile((text, values) => client.query(text, values));
    await client.query('commit');
    return await answer;
  } finally {
    client.release();
  }
}
/** How many wait for a lock. Asked outside of the change: within one the view stays as it was first seen. */
const waiting = async () =>
  (await api.db.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
    .rowCount;
type Sql = (text: string, values: unknown[]) => Promise<unknown>;
/** What somebody else writes meanwhile. */
const worded = (id: string, written: Record<string, string>) => (sql: Sql) =>
  sql('update report set written = $2, version = version + 1 where id = $1', [id, JSON.stringify(written)]);

describe('a change of a report', () => {
  it('is of the version that was read: sentences, figures and what is published are no others', async () => {
    const report = await drawn(monitor, 1);
    const other = { '0.0': 'Câu của người khác.' };
    const changed = /^CONFLICT Có người vừa sửa báo cáo này/;
    const seen = (at: number): ReportSeen => ({ ...report, version: report.version + at });
    const second = () => word(monitor, seen(1), '6.0', 'Câu thứ hai.');
    expect(kindOf(await whileHeld(report.id, second, worded(report.id, other)))).toMatch(changed);
    const anew = () =>
      monitor.gql(`mutation { redrawReport(id: "${report.id}", expectedVersion: ${report.version + 2}) { id } }`);
    expect(kindOf(await whileHeld(report.id, anew, worded(report.id, other)))).toMatch(changed);
    const now = await approved((await seenBy(monitor, report.id))!);
    expect(now.content.parts[0]?.sentences[0]?.text).toBe(other['0.0']);
    const publish = () => move(approver, ahead(now), 'PUBLISHED');
    expect(kindOf(await whileHeld(report.id, publish, worded(report.id, {})))).toMatch(changed);
    expect((await seenBy(monitor, report.id))?.state).toBe('APPROVED');
  });

  it('is refused where somebody else came before, though what was seen was right when it was read', async () => {
    const report = await drawn(monitor, 9);
    const changed = /^CONFLICT Có người vừa sửa báo cáo này/;
    const others = { '0.0': 'Câu của người khác.' };
    const now = async () => (await seenBy(monitor, report.id))!;
    let seen = report;
    const anew = () =>
      monitor.gql(`mutation { redrawReport(id: "${report.id}", expectedVersion: ${seen.version}) { id } }`);
    for (const call of [
      () => word(monitor, seen, '5.0', 'Câu thứ hai.'),
      anew,
      () => move(monitor, seen, 'SUBMITTED'),
    ]) {
      expect(kindOf(await whileHeld(report.id, call, worded(report.id, others)))).toMatch(changed);
      const after = await now();
      expect([after.state, after.version]).toEqual(['DRAFT', seen.version + 1]);
      expect(after.content.parts[0]?.sentences[0]?.text).toBe(others['0.0']);
      seen = after;
    }
  });

  it('holds the closing that it is published with: nobody opens the period again before it is', async () => {
    const days = 'from: "2022-09-01", to: "2022-09-30"';
    const { reportPages } = await monitor.ask<{ reportPages: { nodes: { id: string; name: string }[] } }>(
      '{ reportPages { nodes { id name } } }',
    );
    const begun = await seenBy(monitor, reportPages.nodes.find(({ name }) => name === 'Tháng 9/2022')?.id ?? '');
    const { closePeriod } = await api.ask<{ closePeriod: { id: string } }>(
      `mutation { closePeriod(indicator: "${INDICATOR}", ${days}) { id } }`,
    );
    // Drawn up anew it takes the closing's moment.
    const report = await approved(await redrawn(monitor, begun!));
    const client = await api.db.connect();
    await client.query('begin');
    // What is delivered comes after the closing is held.
    await client.query('lock table report_delivery in share mode');
    const publishing = move(approver, report, 'PUBLISHED');
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    const ended: true[] = [];
    const reopening = api
      .gql(`mutation { reopenPeriod(id: "${closePeriod.id}", reason: "Rà soát.") { id } }`)
      .finally(() => ended.push(true));
    await expect.poll(async () => ended.length > 0 || (await waiting()) === 2, { timeout: 10_000 }).toBe(true);
    expect(ended).toEqual([]);
    await client.query('commit');
    client.release();
    expect((await publishing).data?.moveReport).toMatchObject({ state: 'PUBLISHED', closedWithIt: true });
    expect((await reopening).data).toBeTruthy();
    // Nor is one replaced that is another one by then.
    const replace = () =>
      monitor.gql(`mutation { replaceReport(id: "${report.id}", reason: "Sửa.", takesNewFigures: false) { id } }`);
    expect(kindOf(await whileHeld(report.id, replace, worded(report.id, {})))).toMatch(/^CONFLICT Có người vừa sửa/);
  });

  it('publishes nothing where the period was opened again meanwhile', async () => {
    const close = `mutation { closePeriod(indicator: "${INDICATOR}", from: "2022-02-01", to: "2022-02-28") { id } }`;
    const { closePeriod } = await api.ask<{ closePeriod: { id: string } }>(close);
    const report = await approved(await drawn(monitor, 2));
    // As opening it again leaves it.
    const reopen = (sql: Sql) =>
      sql(`update closed_period set reopened_by = (select max(id) from moment), reason = 'Rà soát.' where id = $1`, [
        closePeriod.id,
      ]);
    const answer = await whileHeld(report.id, () => move(approver, report, 'PUBLISHED'), reopen);
    expect(answer.code).toBe('CONFLICT');
    expect((await seenBy(monitor, report.id))?.state).toBe('APPROVED');
    expect((await moved(approver, report, 'PUBLISHED')).closedWithIt).toBe(true);
  });

  it('delivers nothing of one that is replaced meanwhile', async () => {
    const old = await published({ monitor, approver }, await drawn(monitor, 3));
    const { replaceReport } = await monitor.ask<{ replaceReport: ReportSeen }>(
      `mutation { replaceReport(id: "${old.id}", reason: "Đính chính.", takesNewFigures: false) { ${SEEN} } }`,
    );
    const fresh = await approved(replaceReport);
    const deliver = () => monitor.gql(`mutation { deliverReport(id: "${old.id}", units: ["164"]) { id } }`);
    // As publishing the new one leaves it.
    const replaced = (sql: Sql) =>
      sql(
        `update report set state = 'PUBLISHED', content = '[]', sha256 = repeat('0', 64), closed_period_id = coalesce(closed_period_id,
           (select closed_period_id from report where id = $2)) where id = $1`,
        [fresh.id, old.id],
      );
    expect(kindOf(await whileHeld(old.id, deliver, replaced))).toMatch(/^CONFLICT Báo cáo này đã có báo cáo thay thế/);
  });
});

describe('who saved the words of a report', () => {
  it('neither approves nor publishes it', async () => {
    const both = api.as(await buildAccount(api, { role: 'ADMINISTRATOR' }));
    const words = { ...DEFAULT_REPORT, signer: 'Nguyễn Văn An' };
    await both.ask(
      'mutation ($words: ReportWordsInput!) { saveReportTemplate(kind: MONTHLY, words: $words, expectedVersion: 0) { version } }',
      { words },
    );
    let report = await moved(monitor, await drawn(monitor, 4), 'SUBMITTED');
    expect(kindOf(await move(both, report, 'APPROVED'))).toMatch(/^FORBIDDEN Người lập báo cáo không tự duyệt/);
    const { myWork } = await both.ask<{ myWork: { kind: string }[] }>('{ myWork { kind } }');
    expect(myWork.map(({ kind }) => kind)).not.toContain('REPORT_TO_APPROVE');
    report = await moved(approver, report, 'APPROVED');
    expect(kindOf(await move(both, report, 'PUBLISHED'))).toMatch(/^FORBIDDEN Người lập báo cáo không tự duyệt/);
  });
});

describe('what a paper says', () => {
  it('names no citizen and no dossier in its template either, and its number is a number', async () => {
    const save = (signer: string) =>
      monitor.gql(
        'mutation ($words: ReportWordsInput!) { saveReportTemplate(kind: YEARLY, words: $words, expectedVersion: 0) { version } }',
        { words: { ...DEFAULT_REPORT, signer } },
      );
    for (const signer of ['CCCD 019190000123', 'H55.31.25-220831-0001'])
      expect((await save(signer)).fields.map(({ path }) => path)).toEqual(['template.signer']);
    const report = await approved(await drawn(monitor, 5));
    const numbered = (number: string) => move(approver, report, 'PUBLISHED', `, number: ${JSON.stringify(number)}`);
    for (const number of ['CCCD 019190000123', '<b>12</b>', '=1+1', '12/BC & 13', '\u200b', 'H55.31.25-220831-0001'])
      expect(kindOf(await numbered(number)), number).toMatch(/^BAD_USER_INPUT/);
    expect((await numbered(' 12/\u202eBC-VP\n\u0007 ')).data?.moveReport.number).toBe('12/BC-VP');
  });

  it('has what the plan required as known at its moment', async () => {
    await api.ask(`mutation { closePeriod(indicator: "${INDICATOR}", from: "2022-06-01", to: "2022-06-30") { id } }`);
    Object.assign(api.app.config, { separateDuties: false });
    const { id } = await issuePlan(api, { issuer: '19', year: 2022 }, [{ unit: '164', percent: 55 }]);
    Object.assign(api.app.config, { separateDuties: true });
    await api.db.query('update target_plan set required_typed = 6000 where id = $1', [id]);
    expect(textOfParts(await drawn(monitor, 6))).not.toContain('so với mức');
    expect(textOfParts(await drawn(monitor, 7))).toContain('so với mức 60');
  });

  it('is worded by the one key of a sentence, and has no more tables than its template may have', async () => {
    let report = await drawn(monitor, 8);
    for (const key of ['00.0', '0.00', '0.0 '])
      expect(kindOf(await word(monitor, report, key, 'Tốt.'))).toMatch(/^BAD_USER_INPUT Báo cáo không có câu này/);
    report = (await word(monitor, report, '0.0', '{{unitsTable}}')).data?.wordReport ?? report;
    expect(kindOf(await word(monitor, report, '0.1', '{{unitsTable?}}'))).toMatch(/^BAD_USER_INPUT .*unitsTable/);
    // The same sentence again is none more.
    expect(kindOf(await word(monitor, report, '0.0', '{{unitsTable?}}'))).toMatch(/^given/);
  });
});

describe('which period a report is of', () => {
  const asked = (kind: string, from: string, to: string, more = {}) =>
    monitor.gql('mutation ($input: ReportInput!) { createReport(input: $input) { id } }', {
      input: { kind, indicator: INDICATOR, from, to, ...more },
    });

  it('is one of years that there are', async () => {
    for (const [kind, from, to] of [
      ['MONTHLY', '0001-01-01', '0001-01-31'],
      ['YEARLY', '0001-01-01', '0001-12-31'],
      ['MONTHLY', '9999-12-01', '9999-12-31'],
      ['QUARTERLY', '9999-01-01', '9999-03-31'],
      ['YEARLY', '0004-01-01', '0004-12-31'],
    ] as const)
      expect(kindOf(await asked(kind, from, to)), from).toMatch(/^BAD_USER_INPUT/);
    const closed = await api.gql(
      `mutation { closePeriod(indicator: "${INDICATOR}", from: "0001-01-01", to: "0001-01-31") { id } }`,
    );
    expect(closed.code).not.toBe('INTERNAL_SERVER_ERROR');
  });

  it('says nothing that was known before it was over', async () => {
    const of = (knownAt: string) => asked('MONTHLY', '2022-09-01', '2022-09-30', { knownAt });
    // Still September in the province.
    expect(kindOf(await of('2022-09-30T16:59:59Z'))).toMatch(/^BAD_USER_INPUT .*30\/09\/2022/);
    expect(kindOf(await of('2022-09-30T17:00:00Z'))).not.toMatch(/knownAt|30\/09\/2022/);
  });
});

describe('a draft', () => {
  const kindsOf = async (by: Caller) =>
    (
      await by.ask<{ myWork: { kind: string; count: number; items: { about: string }[] }[] }>(
        '{ myWork { kind count items { about } } }',
      )
    ).myWork;
  const listed = async () =>
    (await monitor.ask<{ reports: { id: string }[] }>('{ reports { id } }')).reports.map(({ id }) => id);

  it('waits in My work once its period is over, under its period and indicator', async () => {
    const ofDrafts = async () => (await kindsOf(monitor)).find(({ kind }) => kind === 'REPORT_DRAFT');
    const over = await drawn(monitor, 10);
    const drafts = await ofDrafts();
    const { indicator } = await monitor.ask<{ indicator: { name: string } }>(
      `{ indicator(code: "${INDICATOR}") { name } }`,
    );
    expect(drafts?.items[0]?.about).toMatch(/^Tháng \d+\/2022 · /);
    expect(drafts?.items[0]?.about).toContain(indicator.name);
    const count = drafts?.count ?? 0;
    await drawn(monitor, 12);
    expect((await ofDrafts())?.count).toBe(count);
    await givenUp(monitor, over, 'Lập nhầm.');
    expect((await ofDrafts())?.count).toBe(count - 1);
  });

  it('is given up with a reason by who may draft, stays with its steps, and makes room for another', async () => {
    const first = await drawn(monitor, 11);
    expect(kindOf(await giveUp(monitor, first, ' '))).toMatch(/^BAD_USER_INPUT/);
    expect(kindOf(await giveUp(approver, first, 'Thử.'))).toMatch(/^FORBIDDEN/);
    const gone = await givenUp(monitor, first, 'Lập nhầm kỳ.');
    expect(gone).toMatchObject({ state: 'DRAFT', givenUp: true, possible: [] });
    expect(gone.steps.at(-1)).toMatchObject({ act: 'GIVEN_UP', reason: 'Lập nhầm kỳ.' });
    expect(kindOf(await move(monitor, gone, 'SUBMITTED'))).toMatch(/^CONFLICT/);
    expect(await listed()).not.toContain(first.id);
    expect((await seenBy(monitor, first.id))?.steps).toHaveLength(2);
    expect(await seenBy(viewer, first.id)).toBeNull();
    const second = await drawn(monitor, 11);
    expect(await listed()).toContain(second.id);
    expect(kindOf(await draft(monitor, 11))).toMatch(/^CONFLICT Kỳ này đã có báo cáo/);

    // Of one that replaces another: the old one can be replaced again.
    const old = await published({ monitor, approver }, second);
    const replace = () =>
      monitor.ask<{ replaceReport: ReportSeen }>(
        `mutation { replaceReport(id: "${old.id}", reason: "Đính chính.", takesNewFigures: false) { ${SEEN} } }`,
      );
    const { replaceReport } = await replace();
    await givenUp(monitor, replaceReport, 'Không cần.');
    expect((await seenBy(monitor, old.id))?.replacedBy).toBeNull();
    expect((await replace()).replaceReport.replaces?.id).toBe(old.id);
  });

  it('that was sent back says so to whoever reads the report, but not why', async () => {
    let report = await moved(monitor, await drawn(monitor, 10), 'SUBMITTED');
    report = await moved(approver, report, 'DRAFT', ', reason: "Bổ sung nguyên nhân."');
    report = await published({ monitor, approver }, await redrawn(monitor, report));
    const stepOf = async (by: Caller) => (await seenBy(by, report.id))?.steps.find(({ act }) => act === 'RETURNED');
    expect(await stepOf(viewer)).toMatchObject({ reason: null });
    expect(await stepOf(approver)).toMatchObject({ reason: 'Bổ sung nguyên nhân.' });
  });
});
