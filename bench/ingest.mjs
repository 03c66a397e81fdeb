/** Dossiers through HTTP, classified and totalled, beside a bare COPY of the same rows into an equally indexed table. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRequire } from 'node:module';
import { memoryOf } from './product.mjs';
import { timed } from './timing.mjs';

const require = createRequire(new URL('../packages/server/package.json', import.meta.url));
const { from: copyFrom } = require('pg-copy-streams');

export async function measureIngest(product, client, count) {
  const rows = rowsOf(count, await organisationsOf(product));
  const body = asBody(rows);
  const before = memoryOf(product.pid);
  const watch = watchMemory(product.pid);
  const first = await send(product, body, count);
  const again = await send(product, body, count);
  const peak = watch.stop();
  const copied = await bareCopy(client, rows);
  const perSecond = (ms) => Math.round((count / ms) * 1000);
  return [
    [
      'taken through HTTP, classified and totalled',
      `${perSecond(first)} a second (${(first / 1000).toFixed(1)} s, body ${(body.length / 1e6).toFixed(0)} MB)`,
    ],
    ['sent again, unchanged', `${perSecond(again)} a second`],
    ['bare COPY into an equally indexed table', `${perSecond(copied)} a second`],
    ['ratio of speeds, first time', `${(copied / first).toFixed(2)} ×`],
    ['ratio of speeds, unchanged', `${(copied / again).toFixed(2)} ×`],
    [
      'memory of the server, before and at its peak',
      `${before.toFixed(0)} MB and ${peak.toFixed(0)} MB (+${(peak - before).toFixed(0)})`,
    ],
  ];
}

/** The organisations that communes receive dossiers by. */
export async function organisationsOf(product) {
  const { units } = await product.gql(`{ units(on: "2022-12-31", kind: COMMUNE, first: 500) { nodes { aliases } } }`);
  return units.nodes.map((unit) => unit.aliases.find((alias) => alias.startsWith('H55'))).filter(Boolean);
}

/** A body of so many dossiers, numbered from one on. */
export function bodyOf(count, organisations, from) {
  return asBody(rowsOf(count, organisations, from));
}

export function rowsOf(count, organisations, from = 0) {
  return Array.from({ length: count }, (_, index) => madeRow(from + index, organisations));
}

function asBody(rows) {
  return JSON.stringify({ service: 'DongBoHoSoMC', isUpdating: 'False', data: rows });
}

function madeRow(index, aliases) {
  const day = `2023${two(1 + (index % 12))}${two(1 + (index % 28))}`;
  return {
    MaHoSo: `${aliases[index % aliases.length]}-${day.slice(2)}-${String(1_000_000 + index).slice(-7)}`,
    MaTTHC: '2.000815',
    TenTTHC: 'Chứng thực bản sao từ bản chính',
    MaLinhVuc: 'G15-CT01',
    TenLinhVuc: 'Chứng thực',
    KenhThucHien: String(1 + (index % 3)),
    LoaiDoiTuong: '1',
    TrichYeuHoSo: 'Chứng thực bản sao',
    NgayNopHoSo: `${day}080000`,
    NgayTiepNhan: `${day}081500`,
    NgayHenTra: `${day}170000`,
    TrangThaiHoSo: '10',
    NgayKetThucXuLy: `${day}100000`,
    NgayTra: `${day}103000`,
    DonViXuLy: '',
    HinhThuc: '0',
  };
}

const two = (number) => String(number).padStart(2, '0');

/** Milliseconds that a body takes; throws unless all of it was taken. */
export async function send(product, body, count) {
  return timed(async () => {
    const { result } = await (await product.post('/ingest/dossiers', body)).json();
    if (result?.received !== count || result.rejected > 0)
      throw new Error(`not all taken: ${JSON.stringify(result).slice(0, 300)}`);
  });
}

export function watchMemory(pid) {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 20);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

export async function bareCopy(client, rows) {
  await client.query(`create table bare (like dossier including defaults including indexes including identity)`);
  const { rows: some } = await client.query('select province_id, unit_id, procedure_id, batch_id from dossier limit 1');
  const known = some[0];
  const lines = rows.map((row) => {
    const at = (stamp) =>
      `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)} ${stamp.slice(8, 10)}:${stamp.slice(10, 12)}:00+07`;
    const day = at(row.NgayTiepNhan).slice(0, 10);
    const times = [at(row.NgayTiepNhan), at(row.NgayHenTra), at(row.NgayKetThucXuLy), at(row.NgayTra), day, day];
    return [
      known.province_id,
      known.unit_id,
      known.procedure_id,
      'ONLINE',
      10,
      ...times,
      1,
      1,
      known.batch_id,
      row.MaHoSo,
      row.MaHoSo,
    ].join('\t');
  });
  const text = `${lines.join('\n')}\n`;
  const columns = `province_id, unit_id, procedure_id, channel, status, received_at, due_at, finished_at, returned_at, received_day,
    finished_day, version, recorded_by, batch_id, code_key, code`;
  try {
    return await timed(() =>
      pipeline(Readable.from([text]), client.query(copyFrom(`copy bare (${columns}) from stdin`))),
    );
  } finally {
    await client.query('drop table bare');
  }
}
