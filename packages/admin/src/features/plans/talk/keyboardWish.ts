/** To whose field the keyboard goes: once for each time that it is asked for. */
export interface KeyboardWish {
  readonly ask: (code: string | null) => void;
  /** Whether the field of a unit takes the keyboard now. What was asked for another unit lapses: one has gone on since. */
  readonly takes: (code: string) => boolean;
}

export function keyboardWish(): KeyboardWish {
  let wanted: string | null = null;
  return {
    ask: (code) => (wanted = code),
    takes: (code) => {
      const isWanted = wanted === code;
      wanted = null;
      return isWanted;
    },
  };
}
