/** Which difficulty points to which: by id, those alone that are joined. */
export type Links = ReadonlyMap<string, string>;

/** The one at the end of the chain that begins with a difficulty: itself where it is not joined. */
export function headOf(links: Links, id: string): string {
  let head = id;
  // A chain is no longer than there are links: what goes round stops there.
  for (let steps = 0; steps <= links.size; steps += 1) {
    const next = links.get(head);
    if (next === undefined) return head;
    head = next;
  }
  return head;
}

/** Why one may not be joined to another. ITSELF; JOINED: it is joined already; CYCLE: the other one follows it. */
export type JoinProblem = 'ITSELF' | 'JOINED' | 'CYCLE';

export function joinProblem(links: Links, id: string, to: string): JoinProblem | null {
  if (id === to) return 'ITSELF';
  if (links.has(id)) return 'JOINED';
  return headOf(links, to) === id ? 'CYCLE' : null;
}

/** A difficulty and all that follow it, however many steps away; in no order but that it is the first. */
export function followersOf(links: Links, id: string): string[] {
  const pointing = new Map<string, string[]>();
  for (const [from, to] of links) pointing.set(to, [...(pointing.get(to) ?? []), from]);
  const found = new Set([id]);
  for (const one of found) for (const follower of pointing.get(one) ?? []) found.add(follower);
  return [...found];
}
