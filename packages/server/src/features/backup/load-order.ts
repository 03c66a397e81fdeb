/** One table refers to another, and the reference is checked before the transaction ends. */
export interface Reference {
  from: string;
  to: string;
}

/**
 * The tables in an order in which their rows can be inserted: what a table refers to stands before it. References to the
 * table itself do not matter (they are checked when the whole table is there). Throws where tables refer to each other in a
 * circle: one of the references must be deferrable.
 */
export function loadOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const order: string[] = [];
  let left = [...tables].sort();
  while (left.length > 0) {
    const waiting = new Set(left);
    const ready = left.filter((table) =>
      references.every(({ from, to }) => from !== table || to === table || !waiting.has(to)),
    );
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.join(', ')}.`);
    order.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return order;
}
