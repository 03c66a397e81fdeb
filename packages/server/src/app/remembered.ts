import { createHash } from 'node:crypto';

/**
 * What a pure function gave for its last few inputs, by their content: whoever asks with the same ones is given the same, whatever
 * was written meanwhile. What is given may not be changed by anybody.
 */
export class Remembered<T> {
  private readonly results = new Map<string, T>();

  constructor(
    /** So many results are kept; the one that was asked for longest ago goes first. */
    private readonly most: number,
  ) {}

  /** `inputs` is all that `compute` depends on, as JSON can tell it. */
  of(inputs: unknown, compute: () => T): T {
    const key = createHash('sha256').update(JSON.stringify(inputs)).digest('base64');
    const result = this.results.has(key) ? (this.results.get(key) as T) : compute();
    this.results.delete(key);
    this.results.set(key, result);
    if (this.results.size > this.most) this.results.delete(this.results.keys().next().value ?? '');
    return result;
  }
}
