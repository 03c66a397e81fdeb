import pg from 'pg';
import { readStamp } from '@chi-tieu/shared/domain/vietnamTime';
import { connectDatabase, Snapshot } from '../../src/app/database.ts';
import { verifyChain } from '../../src/features/audit/verify-chain.service.ts';
import { verifyEverything } from '../../src/features/rates/verify.service.ts';
import type { Expected, Row } from './load.ts';

export interface Compared {
  dossiers: number;
  versions: number;
  /** What is not as it must be, in words; the first ones. */
  faults: string[];
}

const MOST_FAULTS = 20;

/** Compares what is stored with what was acknowledged, dossier by dossier and version by version, then all that follows from it. */
export async function compareEverything(
  url: string,
  expected: Expected[],
  issued: ReadonlyMap<number, string>,
): Promise<Compared> {
  const db = new pg.Client(url);
  await db.connect();
  try {
    const faults: string[] = [];
    const { dossiers, versions } = await compareDossiers(db, expected, faults);
    await compareQuarantine(db, expected, faults);
    await findHalves(db, faults);
    await comparePlans(db, issued, faults);
    await verifyAll(url, faults);
    return { dossiers, versions, faults: faults.slice(0, MOST_FAULTS) };
  } finally {
    await db.end();
  }
}

interface Stored {
  code: string;
  version: number;
  channel: string;
  finishedAt: Date;
}

/** Every version that is stored, current ones too. */
async function storedVersions(db: pg.Client): Promise<Stored[]> {
  const columns = 'code, version, channel, finished_at as "finishedAt"';
  const { rows } = await db.query<Stored>(
    `select ${columns} from dossier union all select ${columns} from dossier_version order by code, version`,
  );
  return rows;
}

const wordsOf = (row: Row) =>
  `${row['KenhThucHien'] === '2' ? 'ONLINE' : 'IN_PERSON'} ${readStamp(row['NgayKetThucXuLy'] ?? '')?.toISOString()}`;

async function compareDossiers(db: pg.Client, expected: Expected[], faults: string[]) {
  const found = new Map<string, string[]>();
  let versions = 0;
  for (const { code, version, channel, finishedAt } of await storedVersions(db)) {
    const some = found.get(code) ?? [];
    versions += 1;
    if (some.push(`${channel} ${finishedAt.toISOString()}`) !== version)
      faults.push(`${code}: a version twice or missing`);
    found.set(code, some);
  }
  const { rows } = await db.query<{ current: number }>('select count(*)::int as current from dossier');
  if (rows[0]?.current !== found.size) faults.push(`${rows[0]?.current} dossiers of ${found.size} codes`);
  let dossiers = 0;
  for (const [code, sent] of expected.flatMap((some) => [...some.dossiers])) {
    dossiers += 1;
    const [wanted, stored] = [sent.map(wordsOf), found.get(code) ?? []];
    if (wanted.join() !== stored.join())
      faults.push(`${code}: sent ${wanted.join()}, stored ${stored.join() || 'nothing'}`);
    found.delete(code);
  }
  for (const code of found.keys()) faults.push(`${code}: stored, never acknowledged as it is`);
  return { dossiers, versions };
}

async function compareQuarantine(db: pg.Client, expected: Expected[], faults: string[]): Promise<void> {
  const { rows } = await db.query<{ code: string }>(
    'select code from quarantine where closed_by is null order by code',
  );
  const wanted = expected.flatMap(({ openBad }) => [...openBad]).sort();
  const stored = rows.map(({ code }) => code).sort();
  if (wanted.join() !== stored.join()) faults.push(`quarantine: ${wanted.length} wanted, ${stored.length} stored`);
}

/** Receipts that say something else than what is there of their batch, rows without a receipt, moments without a time. */
async function findHalves(db: pg.Client, faults: string[]): Promise<void> {
  const halves: Record<string, string> = {
    'receipts that do not fit': `
      select b.id from ingest_batch b
        left join (select batch_id, count(*) filter (where version = 1) as made, count(*) filter (where version > 1) as changed
                     from (select batch_id, version from dossier union all select batch_id, version from dossier_version) v
                    group by batch_id) v on v.batch_id = b.id
       where b.created <> coalesce(v.made, 0) or b.updated <> coalesce(v.changed, 0)`,
    'rows without a receipt':
      'select 1 from dossier d where not exists (select from ingest_batch b where b.id = d.batch_id)',
    'moments without a time': `select 1 from moment where at = 'infinity'`,
    'bad rows twice': 'select code_key from quarantine where closed_by is null group by code_key having count(*) > 1',
    'receipts with other bad rows': `
      select b.id from ingest_batch b where b.rejected <> (select count(*) from quarantine q where q.batch_id = b.id)`,
  };
  for (const [what, query] of Object.entries(halves)) {
    const { rowCount } = await db.query(query);
    if (rowCount) faults.push(`${rowCount} ${what}`);
  }
}

async function comparePlans(db: pg.Client, issued: ReadonlyMap<number, string>, faults: string[]): Promise<void> {
  const { rows } = await db.query<{ id: string; year: number; targets: number; events: string }>(
    `select p.id, p.year, (select count(*)::int from target t where t.plan_id = p.id) as targets,
            (select string_agg(coalesce(e.to_state::text, e.what), ' ' order by e.id) from plan_event e where e.plan_id = p.id and e.what = 'MOVED') as events
       from target_plan p where p.state = 'ISSUED'`,
  );
  if (rows.length !== issued.size) faults.push(`${rows.length} plans are issued, not ${issued.size}`);
  for (const { id, year, targets, events } of rows) {
    if (issued.get(year) !== id) faults.push(`${year}: another plan is issued than was acknowledged`);
    if (targets !== 2) faults.push(`${year}: ${targets} targets`);
    if (events !== 'SUBMITTED APPROVED ISSUED') faults.push(`${year}: ${events}`);
  }
}

async function verifyAll(url: string, faults: string[]): Promise<void> {
  const source = await connectDatabase(url, [], 1);
  const snapshot = new Snapshot(source);
  try {
    await verifyEverything(snapshot, { knownAt: null, tell: (difference) => faults.push(JSON.stringify(difference)) });
    const { broken } = await verifyChain(snapshot);
    if (broken) faults.push(`audit: ${broken.fault} at ${broken.seq}`);
  } finally {
    await snapshot.close();
    await source.destroy();
  }
}
