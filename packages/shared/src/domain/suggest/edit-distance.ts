/**
 * How many letters have to be put in, taken out, replaced or exchanged with their neighbour to make one text of another one (optimal
 * string alignment). `most` bounds the work: beyond it the answer is only that it is more, `most + 1`.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cheapest(a, b, { i, j, row, old, older }));
    if (Math.min(...row) > most) return most + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}

interface Place {
  i: number;
  j: number;
  row: readonly number[];
  old: readonly number[];
  older: readonly number[];
}

function cheapest(a: string, b: string, { i, j, row, old, older }: Place): number {
  const isSame = a[i - 1] === b[j - 1];
  const straight = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (isSame ? 0 : 1));
  const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isExchanged ? Math.min(straight, (older[j - 2] ?? 0) + 1) : straight;
}
