import fc from 'fast-check';
import type { Api } from './api.ts';
import { arbitraryRow } from './arbitraries.ts';
import { OneStop } from './one-stop.ts';

/** Sources that send, with the sessions and ids that they got. */
export interface Senders {
  sessions: readonly string[];
  ids: readonly string[];
}

type Row = Record<string, string>;

/** Something that happens to dossiers: rows of a source (null: of a person) or what somebody decides of dossiers, by their places. */
export type DossierEvent =
  | { kind: 'send'; who: number | null; rows: Row[] }
  | { kind: 'progress'; who: number; place: number; status: number; hour: number }
  | { kind: 'delete' | 'restore' | 'unmerge'; place: number }
  | { kind: 'merge'; place: number; other: number }
  | { kind: 'split'; place: number; who: number };

const place = fc.nat({ max: 30 });
const who = fc.nat({ max: 1 });

/** Decisions alone; what makes no sense is refused. */
export const arbitraryDecisionOfDossier: fc.Arbitrary<DossierEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'restore' as const, 'unmerge' as const), place }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), place, other: place }) },
  fc.record({ kind: fc.constant('split' as const), place, who }),
);

/** Few numbers: the same dossiers come again and again, of several senders, corrected and moved. */
export const arbitraryDossierEvent: fc.Arbitrary<DossierEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      who: fc.option(who, { freq: 4 }),
      rows: fc.array(arbitraryRow(2), { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('progress' as const),
      who,
      place,
      status: fc.constantFrom(4, 7, 9, 10),
      hour: fc.integer({ min: 10, max: 23 }),
    }),
  },
  { weight: 5, arbitrary: arbitraryDecisionOfDossier },
);

/** Lets it happen by the interface; tells how it was answered. */
export async function happenToDossiers(api: Api, event: DossierEvent, { sessions, ids }: Senders): Promise<string> {
  if (event.kind === 'send') {
    if (event.who === null) await api.ingest(event.rows);
    else await new OneStop(api).send(sessions[event.who] ?? '', 'DongBoHoSoMC', event.rows);
    return 'sent';
  }
  const { rows } = await api.db.query<{ code: string; gone: string | null }>(
    'select code, gone from dossier order by code_key',
  );
  const at = (n: number, which: (gone: string | null) => boolean = () => true) => {
    const some = rows.filter(({ gone }) => which(gone));
    return some[n % Math.max(some.length, 1)]?.code ?? 'H55.1-220301-9999';
  };
  if (event.kind === 'progress') {
    const report = {
      MaHoSo: at(event.place).replace(/#.*/, ''),
      TrangThai: String(event.status),
      ThoiDiemXuLy: `20220304${event.hour}0000`,
    };
    await new OneStop(api).send(sessions[event.who] ?? '', 'CapNhatTienDoHoSoMC', [report]);
    return 'sent';
  }
  const [mutation, variables] = asMutation(event, at, ids);
  const answer = await api.gql(mutation, { ...variables, why: 'Hai hệ thống gửi một hồ sơ.' });
  return answer.code ?? 'done';
}

type Decision = Exclude<DossierEvent, { kind: 'send' | 'progress' }>;

function asMutation(
  event: Decision,
  at: (n: number, which?: (gone: string | null) => boolean) => string,
  ids: readonly string[],
): [string, Record<string, string>] {
  const of = (name: string) => `mutation ($code: ID!, $why: String!) { ${name}(code: $code, reason: $why) { code } }`;
  switch (event.kind) {
    case 'delete':
      return [of('deleteDossier'), { code: at(event.place, (gone) => gone === null) }];
    case 'restore':
      return [of('restoreDossier'), { code: at(event.place, (gone) => gone === 'DELETED') }];
    case 'unmerge':
      return [of('splitDossier'), { code: at(event.place, (gone) => gone === 'MERGED') }];
    case 'merge':
      return [
        'mutation ($from: ID!, $into: ID!, $why: String!) { mergeDossiers(from: $from, into: $into, reason: $why) { code } }',
        { from: at(event.place, (gone) => gone === null), into: at(event.other, (gone) => gone === null) },
      ];
    case 'split':
      return [
        'mutation ($code: ID!, $source: ID!, $why: String!) { splitDossier(code: $code, source: $source, reason: $why) { code } }',
        { code: at(event.place, (gone) => gone === null), source: ids[event.who] ?? '' },
      ];
  }
}
