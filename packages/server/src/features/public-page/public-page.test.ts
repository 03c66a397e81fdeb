import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { TEST_CONFIG } from '../../../test/test-config.ts';

let api: Api;
const row = (number: number, facts: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: dossierCode('H55.164.3', number), ...facts });
const MARCH = '/cong-khai/ONLINE_RESOLUTION_L4/2022-03-01/2022-03-31';

beforeAll(async () => {
  api = await openApi({
    now: new Date('2022-04-05T03:00:00Z'),
    config: { ...TEST_CONFIG, publicPage: true },
    keeps: true,
  });
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest([row(1), row(2, { KenhThucHien: '1' }), row(3)]);
});
afterAll(() => api.close());

const anybody = (url: string, headers: Record<string, string> = {}) =>
  api.as(null).raw({ method: 'GET', url, headers });
const statusOf = async (url: string) => (await anybody(url)).statusCode;

async function close(from: string, to: string): Promise<{ id: string; publicPath: string | null }> {
  const mutation = `mutation { closePeriod(indicator: "ONLINE_RESOLUTION_L4", from: "${from}", to: "${to}") { id publicPath } }`;
  return (await api.ask<{ closePeriod: { id: string; publicPath: string | null } }>(mutation)).closePeriod;
}

interface Told {
  period: { from: string };
  indicator: { definition: string };
  units: {
    code: string;
    scope: string;
    numerator: number;
    denominator: number;
    rate: number | null;
    reference: string;
  }[];
}

interface Listed {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function told(path: string): Promise<Told> {
  return (await anybody(`${path}.json`)).json<Told>();
}

const ofCommune = ({ units }: Told) => units.find(({ code, scope }) => code === '05503' && scope === 'SUBTREE');

describe('the public page', () => {
  it('says so while nothing is published', async () => {
    expect((await anybody('/cong-khai')).body).toContain('Chưa có kỳ số liệu nào được công bố.');
    expect([await statusOf(MARCH), await statusOf(`${MARCH}.json`), await statusOf(`${MARCH}.exe`)]).toEqual([
      404, 404, 404,
    ]);
  });

  it('shows what a closed period was published with, to anybody, whatever came later', async () => {
    const { publicPath } = await close('2022-03-01', '2022-03-31');
    expect(publicPath).toBe(MARCH);
    const before = await told(MARCH);
    expect(ofCommune(before)).toMatchObject({ numerator: 2, denominator: 3, rate: 66.67 });
    expect(before.indicator.definition).toContain('01/03/2022 – 31/03/2022');
    await api.ingest([row(4)]);
    expect(await told(MARCH)).toEqual(before);
    const page = (await anybody(MARCH)).body;
    expect(page).toContain('66,67\u00a0%');
    expect(page).not.toContain('<script');
    const reference = String(ofCommune(before)?.reference);
    expect(page).toContain(`<tr id="${reference}">`);
    expect(page).toContain(`<a href="#${reference}">`);
    // A month neither meets nor misses the year's target: beside it stands the year so far, and no verdict in the table.
    expect(page).toContain('Lũy kế từ đầu năm: 2 trên 3 hồ sơ');
    expect(page).toContain('Riêng kỳ này: <b>66,67\u00a0%</b>');
    expect(page).not.toContain('Kết quả</th>');
  });

  it('says the same as a table, each line with its definition and moment', async () => {
    const { body, headers } = await anybody(`${MARCH}.csv`);
    const lines = parse(body, { bom: true, columns: true });
    const { units, indicator } = await told(MARCH);
    expect(lines).toHaveLength(units.length);
    expect(lines.find((line) => (line as { code: string }).code === '05503')).toMatchObject({
      scope: 'SUBTREE',
      ...{ numerator: '2', denominator: '3', rate: '66.67', from: '2022-03-01', definition: indicator.definition },
      reference: ofCommune(await told(MARCH))?.reference,
    });
    expect(headers['content-disposition']).toContain('ONLINE_RESOLUTION_L4_2022-03-01_2022-03-31.csv');
  });

  it('may be kept, read and shown by others, and nothing else of the product may', async () => {
    const { headers } = await anybody(`${MARCH}.json`);
    expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['public, max-age=300', '*']);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    const again = await anybody(`${MARCH}.json`, { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const packed = await anybody(`${MARCH}.json`, { 'if-none-match': `"x", W/${String(headers.etag)}` });
    expect(packed.statusCode).toBe(304);
    expect((await anybody('/cong-khai/')).headers.location).toBe('/cong-khai');
    const health = await anybody('/health');
    expect(health.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(health.headers['access-control-allow-origin']).toBeUndefined();
    expect((await api.as(null).gql('{ closedPeriods { nodes { id } } }')).code).toBe('UNAUTHENTICATED');
  });

  it('says what it counts where that is no dossiers', async () => {
    const closed = await api.ask<{ closePeriod: { id: string; publicPath: string } }>(
      'mutation { closePeriod(indicator: "SERVICES_FULL_ONLINE", from: "2022-03-01", to: "2022-03-31") { id publicPath } }',
    );
    const { id, publicPath: path } = closed.closePeriod;
    const page = (await anybody(path)).body;
    expect(page).toContain('dịch vụ trên 1 thủ tục');
    expect(page).not.toContain('Hồ sơ tính');
    expect((await anybody(`${path}.json`)).json<{ indicator: object }>().indicator).toMatchObject({
      counts: 'SERVICES_OFFERED',
    });
    // The figure that the target is of stays the one at the front.
    expect((await anybody('/cong-khai')).body).toContain(`href="${MARCH}.csv"`);
    await api.ask(`mutation { reopenPeriod(id: "${id}", reason: "xem lại") { id } }`);
  });

  it('leads from one period to the others, but not within another page', async () => {
    await close('2022-01-01', '2022-03-31');
    const latest = (await anybody('/cong-khai')).body;
    expect(latest).toContain('Quý I');
    expect(latest).toContain(`href="${MARCH}"`);
    expect((await anybody('/cong-khai?nhung')).body).not.toContain(`href="${MARCH}"`);
  });

  it('finds a period however many were closed since, and lists them all', async () => {
    await api.db.query(
      `insert into closed_period (id, province_id, indicator_id, from_day, to_day, known_at, sha256, closed_account_id, closed_by)
       select gen_random_uuid(), p.province_id, p.indicator_id, '2021-01-01'::date + n, '2021-01-01'::date + n, p.known_at, p.sha256,
              p.closed_account_id, (select max(id) from moment)
         from closed_period p, generate_series(1, 250) n where p.from_day = '2022-03-01' and p.reopened_by is null`,
    );
    expect([await statusOf(MARCH), await statusOf(`${MARCH}.json`)]).toEqual([200, 200]);
    const page = (await anybody(MARCH)).body;
    expect(page.match(/<a href="\/cong-khai\/[^"]*2021-/g)).toHaveLength(250);
    expect(page).toContain('<details><summary>Năm 2021</summary>');
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const query = `query ($after: String) { closedPeriods(first: 100, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const { closedPeriods }: { closedPeriods: Listed } = await api.ask(query, { after });
      expect(closedPeriods.totalCount).toBe(253);
      for (const { id } of closedPeriods.nodes) seen.add(id);
      after = closedPeriods.pageInfo.hasNextPage ? closedPeriods.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.size).toBe(253);
  });

  it('knows no period by days that are none', async () => {
    for (const days of [
      '2022-02-30/2022-03-31',
      'x/2022-03-31',
      "2022-03-01'/2022-03-31",
      `${'9'.repeat(3000)}/2022-03-31`,
    ])
      expect(await statusOf(`/cong-khai/ONLINE_RESOLUTION_L4/${encodeURI(days)}`)).toBe(404);
  });

  it('withdraws a period that is reopened, and shows it as it is closed anew', async () => {
    const { closedPeriods } = await api.ask<{ closedPeriods: { nodes: { id: string; from: string }[] } }>(
      '{ closedPeriods(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31") { nodes { id from } } }',
    );
    const { id } = closedPeriods.nodes.find(({ from }) => from === '2022-03-01') ?? {};
    const reopen = `mutation { reopenPeriod(id: "${id}", reason: "bổ sung") { publicPath } }`;
    expect(await api.ask(reopen)).toEqual({ reopenPeriod: { publicPath: null } });
    expect([await statusOf(MARCH), await statusOf(`${MARCH}.csv`)]).toEqual([404, 404]);
    await close('2022-03-01', '2022-03-31');
    expect(ofCommune(await told(MARCH))).toMatchObject({ numerator: 3, denominator: 4 });
  });
});

describe('the switch', () => {
  const STATE = 'isOn isFixed switchedAt switchedBy';
  const SWITCH = (isOn: boolean) => `mutation { switchPublicPage(on: ${isOn}) { ${STATE} } }`;

  it('is off until somebody of the province switches it on, and says so at its address', async () => {
    const own = await openApi();
    try {
      const look = (url: string) => own.as(null).raw({ method: 'GET', url });
      const off = await look('/cong-khai');
      expect([off.statusCode, off.body.includes('đang tắt')]).toEqual([404, true]);
      expect((await look(`${MARCH}.json`)).json()).toEqual({ message: expect.stringContaining('đang tắt') as string });
      const { publicPage } = await own.ask<{ publicPage: object }>(`{ publicPage { ${STATE} } }`);
      expect(publicPage).toEqual({ isOn: false, isFixed: false, switchedAt: null, switchedBy: null });
      await own.ask(SWITCH(true));
      expect(await own.ask(SWITCH(true))).toMatchObject({ switchPublicPage: { isOn: true } });
      expect((await look('/cong-khai')).body).toContain('Chưa có kỳ số liệu nào được công bố.');
      await own.ask(SWITCH(false));
      expect((await look('/cong-khai')).statusCode).toBe(404);
      const { rows } = await own.db.query<{ action: string }>(
        "select what as action from audit_event where what like 'PUBLIC_PAGE%' order by seq",
      );
      // The second "on" changed nothing.
      expect(rows.map(({ action }) => action)).toEqual(['PUBLIC_PAGE_ON', 'PUBLIC_PAGE_OFF']);
    } finally {
      await own.close();
    }
  });

  it('is refused where the installation decides', async () => {
    expect((await api.gql(SWITCH(false))).code).toBe('BAD_USER_INPUT');
    expect(await api.ask(`{ publicPage { isOn isFixed } }`)).toEqual({ publicPage: { isOn: true, isFixed: true } });
  });
});
