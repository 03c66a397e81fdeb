/** An answer as it was sent, and until where the data stood that it was read from (app/moments.ts). */
export interface KeptAnswer {
  stand: string;
  type: string;
  body: Buffer;
}

/** What an entry takes beside its body. */
const OVERHEAD_BYTES = 400;

/** Answers by what was asked, bounded by what they take; those that were not asked for longest go first. */
export class AnswerCache {
  private readonly answers = new Map<string, KeptAnswer>();
  private readonly mostBytes: number;
  private taken = 0;

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes;
  }

  /** What the kept answers take of memory. */
  get bytes(): number {
    return this.taken;
  }

  has(key: string): boolean {
    return this.answers.has(key);
  }

  /** The answer, where it was read from data that stood as it stands now. */
  get(key: string, stand: string): KeptAnswer | null {
    const found = this.answers.get(key);
    if (!found) return null;
    if (found.stand !== stand) return null;
    this.answers.delete(key);
    this.answers.set(key, found);
    return found;
  }

  /** Keeps it in the place of an earlier one. One that would take a quarter of all that there is for is not kept. */
  set(key: string, answer: KeptAnswer): void {
    this.drop(key);
    if (sizeOf(answer) > this.mostBytes / 4) return;
    this.answers.set(key, answer);
    this.taken += sizeOf(answer);
    for (const oldest of this.answers.keys()) {
      if (this.taken <= this.mostBytes) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const found = this.answers.get(key);
    if (!found) return;
    this.answers.delete(key);
    this.taken -= sizeOf(found);
  }
}

function sizeOf({ body }: KeptAnswer): number {
  return body.length + OVERHEAD_BYTES;
}
