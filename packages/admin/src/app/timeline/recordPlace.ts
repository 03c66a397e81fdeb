import type { RouteLocationRaw } from 'vue-router';

type Find = (id: string) => RouteLocationRaw;

const PLACES: Readonly<Record<string, Find>> = {
  ACCOUNT: (id) => ({ path: '/he-thong/tai-khoan', query: { account: id } }),
  BACKUP: () => ({ path: '/he-thong/sao-luu' }),
  BATCH: (id) => ({ name: 'dossiers', query: { tab: 'receipts', batch: id } }),
  DECISION: (id) => ({ name: 'decision', params: { id } }),
  CONNECTED_SYSTEM: (id) => ({ name: 'connected', params: { id } }),
  DIFFICULTY: (id) => ({ name: 'difficulty', params: { id } }),
  DIRECTION: (id) => ({ name: 'direction', params: { id } }),
  DOSSIER_SOURCE: (id) => ({ name: 'dossier-source', params: { id } }),
  GUIDANCE: (id) => ({ name: 'guidance', params: { id } }),
  INDICATOR: (id) => ({ name: 'indicator', params: { code: id } }),
  INSPECTION: (id) => ({ name: 'inspection', params: { id } }),
  LIST: (id) => ({ name: 'lists', query: { list: id, tab: 'decisions' } }),
  MEASURE: (id) => ({ name: 'measure', params: { id } }),
  PLAN: (id) => ({ name: 'plan', params: { id } }),
  PROCEDURE: (id) => ({ name: 'procedure', params: { code: id } }),
  REPORT: (id) => ({ name: 'chairman-report', params: { id } }),
  TOKEN: (id) => ({ path: '/he-thong/ma-truy-cap', query: { token: id } }),
  UNIT: (id) => ({ name: 'units', query: { unit: id } }),
};

interface About {
  readonly aboutKind: string;
  readonly aboutId: string | null;
  readonly holderId: string | null;
}

/** Where the console shows what an event is about, a grant at its account; null where it has no place of its own. */
export function recordPlace({ aboutKind, aboutId, holderId }: About): RouteLocationRaw | null {
  const [kind, id] = aboutKind === 'GRANT' ? ['ACCOUNT', holderId] : [aboutKind, aboutId];
  const find = Object.hasOwn(PLACES, kind) ? PLACES[kind] : undefined;
  return find && id !== null ? find(id) : null;
}
