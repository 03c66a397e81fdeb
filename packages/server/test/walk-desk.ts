import { randomUUID } from 'node:crypto';
import type { Api } from './api.ts';
import { difficultyCases } from './walk-difficulties.ts';
import { inspectionCases } from './walk-inspections.ts';
import { matterCases } from './walk-matters.ts';
import { reportCases } from './walk-reports.ts';
import { systemCases } from './walk-systems.ts';
import { identityCases } from './walk-identity.ts';
import { all, COMMUNE, LEFT_OUT, OPEN, PROVINCE, type Case } from './walk.ts';

/** Where bad rows wait and somebody deals with them: those who reach the commune that they were sent for. */
const MENDERS: Case['expected'] = { ...COMMUNE, sibling: 'given' };
const KEY = [false, 'UNKNOWN_CHANNEL', 'KenhThucHien', '7'] as const;
const CAUSE = Buffer.from(JSON.stringify(KEY)).toString('base64url');

/** Questions about causes of bad rows and held imports: a row of the commune 05503 and one of 05680 wait, anew before each. */
export function deskCases(api: () => Api): Record<string, Case | Record<string, Case>> {
  const cause = async () => {
    await waitingRows(api());
    return { cause: CAUSE };
  };
  const decision = async () => ({ id: await decided(api()) });
  return {
    ...identityCases(api),
    ...difficultyCases(api),
    ...inspectionCases(api),
    ...systemCases(api),
    ...reportCases(api),
    // After the reports: what is decided is decided on a published one, which everybody sees.
    ...matterCases(api),
    'Query.quarantineCauses': {
      query: '{ quarantineCauses { nodes { id } } }',
      variables: async () => {
        await waitingRows(api());
        return {};
      },
      expected: { ...LEFT_OUT, child: 'given', sibling: 'given' },
    },
    'Query.causeMends': {
      query: '{ causeMends { nodes { id } } }',
      variables: async () => {
        await decided(api());
        return {};
      },
      expected: { ...LEFT_OUT, child: 'given' },
    },
    'Query.causeMend': {
      query: 'query ($id: ID!) { causeMend(id: $id) { id } }',
      variables: decision,
      expected: { ...all('left out'), inside: 'given', child: 'given', province: 'given' },
    },
    'Query.heldBatches': {
      query: '{ heldBatches { nodes { id } } }',
      variables: async () => {
        await held(api());
        return {};
      },
      expected: { ...LEFT_OUT, child: 'given' },
    },
    'Query.jumpRules': { query: '{ jumpRules { holds } }', expected: OPEN },
    'Mutation.foreseeMend': {
      query: 'mutation ($cause: ID!) { foreseeMend(cause: $cause, by: { value: "1" }) { total } }',
      variables: cause,
      expected: MENDERS,
    },
    'Mutation.mendCause': {
      query: 'mutation ($cause: ID!) { mendCause(cause: $cause, by: { value: "1" }) { id } }',
      variables: cause,
      expected: MENDERS,
    },
    'Mutation.discardCause': {
      query: 'mutation ($cause: ID!) { discardCause(cause: $cause, reason: "Gửi nhầm.") { id } }',
      variables: cause,
      expected: MENDERS,
    },
    'Mutation.continueMend': {
      query: 'mutation ($id: ID!) { continueMend(id: $id) { id } }',
      variables: decision,
      expected: COMMUNE,
    },
    'Mutation.stopMend': {
      query: 'mutation ($id: ID!) { stopMend(id: $id) { id } }',
      variables: decision,
      expected: COMMUNE,
    },
    'Mutation.undoMend': {
      query: 'mutation ($id: ID!) { undoMend(id: $id) { id } }',
      variables: decision,
      expected: COMMUNE,
    },
    'Mutation.releaseBatch': {
      query: 'mutation ($batch: ID!) { releaseBatch(batch: $batch, reason: "Đã hỏi lại.") { id } }',
      variables: async () => ({ batch: await held(api()) }),
      expected: COMMUNE,
    },
    'Mutation.discardBatch': {
      query: 'mutation ($batch: ID!) { discardBatch(batch: $batch, reason: "Gửi nhầm.") { id } }',
      variables: async () => ({ batch: await held(api()) }),
      expected: COMMUNE,
    },
    'Mutation.setJumpRules': {
      query:
        'mutation ($version: Int!) { setJumpRules(input: { holds: false, expectedVersion: $version }) { version } }',
      variables: async () => {
        const { jumpRules } = await api().ask<{ jumpRules: { version: number } }>('{ jumpRules { version } }');
        return { version: jumpRules.version };
      },
      expected: PROVINCE,
    },
  };
}

/** A bad row of each of two communes, of one cause. */
async function waitingRows(api: Api): Promise<void> {
  await api.db.query(`delete from quarantine where problem = 'UNKNOWN_CHANNEL'`);
  await api.db.query(
    `insert into quarantine (province_id, batch_id, unit_id, row_number, code, code_key, field, problem, fields, recorded_by)
     select $1, (select id from ingest_batch limit 1), v.unit_id, 1, null, null, 'KenhThucHien', 'UNKNOWN_CHANNEL', '{"KenhThucHien": "7"}',
            (select max(id) from moment)
       from unit_version v where v.code in ('05503', '05680') and v.superseded_by is null`,
    [api.app.provinceId],
  );
}

/** A decision that was made at the commune, anew each time. */
async function decided(api: Api): Promise<string> {
  const id = randomUUID();
  await api.db.query('delete from cause_mend_step; delete from cause_mend');
  await api.db.query(
    `insert into cause_mend (id, province_id, of_catalogue, problem, field, cause, how, value, place_id, upto, total, state, recorded_by)
     select $1, $2, false, 'UNKNOWN_CHANNEL', 'KenhThucHien', '7', 'VALUE', '1', v.unit_id, 0, 0, 'RUNNING', (select max(id) from moment)
       from unit_version v where v.code = '05503' and v.superseded_by is null limit 1`,
    [id, api.app.provinceId],
  );
  return id;
}

/** An import of the commune that is held, anew each time. */
async function held(api: Api): Promise<string> {
  const id = randomUUID();
  await api.db.query('delete from held_batch');
  await api.db.query(
    `with batch as (
       insert into ingest_batch (id, province_id, kind, received, created, updated, unchanged, rejected, recorded_by, sent_for_unit_id)
       select $1, $2, 'DOSSIERS', 0, 0, 0, 0, 0, (select max(id) from moment where at < 'infinity'), v.unit_id
         from unit_version v where v.code = '05503' and v.superseded_by is null limit 1 returning *)
     insert into held_batch (batch_id, province_id, sent_for_unit_id, rows, bad, fresh, changed, jumps, recorded_by)
     select id, province_id, sent_for_unit_id, 0, 0, 0, 0, '[]', recorded_by from batch`,
    [id, api.app.provinceId],
  );
  return id;
}
