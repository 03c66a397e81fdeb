/** What stood in a cell, by the number of its row of data and the name of its column. */
export type ValueOf = (row: number, column: string) => string | undefined;

const SEPARATORS = [',', ';', '\t'];
const LONGEST_SHOWN = 60;

/** The cells of a table in CSV, looked up as the server counts its rows: the first under the titles is 1. */
export function csvValues(text: string): ValueOf {
  const plain = text.replace(/^\ufeff/, '');
  const titles = plain.slice(0, plain.search(/[\r\n]|$/));
  const count = (separator: string): number => titles.split(separator).length;
  const separator = SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
  const [header = [], ...records] = recordsOf(plain, separator);
  const columns = new Map(header.map((name, i) => [name.normalize('NFC').trim(), i]));
  return (row, column) => {
    const at = columns.get(column);
    const value = at === undefined ? undefined : records[row - 1]?.[at]?.trim();
    return value !== undefined && value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  };
}

/** Records of a CSV; a quoted cell may hold separators, line ends and doubled quotes. Lines with nothing in them are none. */
function recordsOf(text: string, separator: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    // A table that is written otherwise shows no values; the server says what is wrong with it.
    if (!found) return [];
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === separator) continue;
    if (record.some((one) => one !== '')) records.push(record);
    record = [];
  }
  return records;
}
