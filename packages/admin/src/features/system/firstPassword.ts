/** Without letters that are taken for each other when read out or written by hand: no l, o, i, 0, 1. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/** A password to be used once: 20 random letters in groups, easy to read out; some 99 bits. */
export function firstPassword(random: (count: number) => Uint8Array = secureBytes): string {
  const letters: string[] = [];
  while (letters.length < GROUPS * GROUP)
    // Bytes beyond the last whole multiple would make some letters likelier than others.
    for (const byte of random(32))
      if (byte < 256 - (256 % LETTERS.length)) letters.push(LETTERS.charAt(byte % LETTERS.length));
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP).join('')).join('-');
}

function secureBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
