/** How many pieces of work a kind of matters is: bad rows are one, however many they are. What is shown beside each other adds up to what the side bar says. */
export const piecesOf = ({ kind, count }: { kind: string; count: number }): number =>
  kind === 'QUARANTINE' ? Math.min(count, 1) : count;
