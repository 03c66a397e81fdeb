import { afterAll, beforeAll, expect, it } from 'vitest';
import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import { openApi, type Api } from '../../../../test/api.ts';
import { readMigrations } from '../../../app/migrate.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const UNTRUE =
  'Tổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, bảo đảm mức {{required?}} được {{superior}} giao.';
const HONEST = 'Tổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, {{verdict?}}.';
const OTHERS = 'Tổng hợp chỉ tiêu giao đạt {{achieved}}, bảo đảm mức {{required?}}.';

async function keep(unit: string | null, version: number, line: string): Promise<void> {
  const articles = [`Điều đầu.\n${line}\nDòng cuối.`, 'Điều sau.'];
  await api.db.query(
    `with m as (insert into moment (purpose, at) values ('saveDocumentTemplate', now()) returning id)
     insert into document_template (province_id, unit_id, version, words, recorded_by)
     select (select unit_id from unit_version where code = '19'), (select unit_id from unit_version where code = $1), $2, $3, m.id from m`,
    [unit, version, JSON.stringify({ ...DISTRICT_TEMPLATE, articles })],
  );
}

async function used(unit: string | null): Promise<[number, string | undefined, string[]]> {
  const { documentTemplate: found } = await api.ask<{
    documentTemplate: { version: number; words: { subject: string; articles: string[] } };
  }>('query ($unit: ID) { documentTemplate(unit: $unit) { version words { subject articles } } }', { unit });
  expect(found.words.subject).toBe(DISTRICT_TEMPLATE.subject);
  return [found.version, found.words.articles[0]?.split('\n')[1], found.words.articles.slice(1)];
}

async function mend(): Promise<void> {
  const mending = readMigrations().find(({ name }) => name === '0070-honest-words.sql')?.text ?? '';
  await api.db.query(mending.slice(mending.indexOf('do $$'), mending.indexOf('end $$;') + 7));
}

it('has words that were saved with the untrue sentence say what is so, in a version of their own, and leaves all others', async () => {
  await keep(null, 1, UNTRUE);
  await keep('164', 1, OTHERS);
  await keep('165', 1, OTHERS);
  await keep('165', 2, UNTRUE);
  await keep('167', 1, UNTRUE);
  await keep('167', 2, HONEST);
  for (const _again of [1, 2]) {
    await mend();
    const rest = ['Điều sau.'];
    expect(await used(null)).toEqual([2, HONEST, rest]);
    expect(await used('164')).toEqual([1, OTHERS, rest]);
    expect(await used('165')).toEqual([3, HONEST, rest]);
    expect(await used('167')).toEqual([2, HONEST, rest]);
  }
  const { rowCount } = await api.db.query(`select from moment where purpose = 'mendWords' and at < 'infinity'`);
  expect(rowCount).toBe(1);
});

it('is what a new template says', () => {
  expect(DISTRICT_TEMPLATE.articles[0]?.split('\n')).toContain(HONEST);
  expect(DISTRICT_TEMPLATE.articles.join()).not.toContain(UNTRUE);
});
