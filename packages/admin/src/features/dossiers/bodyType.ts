/** How the server is told what a file holds: its media type, and whether it is packed. */
export interface BodyType {
  readonly type: string;
  readonly gzip: boolean;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const BY_ENDING: Readonly<Record<string, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv',
  txt: 'text/csv',
  xlsx: WORKBOOK,
};

/** The endings of files that can be imported, as a file chooser takes them. */
export const ACCEPTED = '.json,.ndjson,.jsonl,.csv,.xlsx,.gz';

/** What a file holds, by its name (`ho-so.json`, `ho-so.csv.gz`); null for what cannot be imported. */
export function bodyTypeOf(name: string): BodyType | null {
  const lower = name.toLowerCase();
  const gzip = lower.endsWith('.gz');
  const type = BY_ENDING[/\.([a-z]+)$/.exec(gzip ? lower.slice(0, -3) : lower)?.[1] ?? ''];
  return type === undefined ? null : { type, gzip };
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/x-ndjson': 'NDJSON',
  'text/csv': 'CSV',
  [WORKBOOK]: 'Excel',
};

/** A media type as people call it; a dash for none. */
export function formatText(mediaType: string | null): string {
  const bare = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return FORMAT_NAMES[bare] ?? (bare || '—');
}
