import { statSync } from 'node:fs';

/** A file as it is now. */
export interface FileState {
  /** Tells it from what the file was before: its path, length and last change. */
  key: string;
  bytes: number;
}

/** Null where there is no such file (any more). */
export function fileState(file: string): FileState | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? { key: `${found.size} ${found.mtimeMs} ${file}`, bytes: found.size } : null;
}

/** What was found out about files as they are, by their keys; of so many, those that were asked for last. */
export class FileMemory<T> {
  private readonly most: number;
  private readonly known = new Map<string, T>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): T | undefined {
    const value = this.known.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    this.known.delete(key);
    this.known.set(key, value);
    const [oldest] = this.known.keys();
    if (this.known.size > this.most && oldest !== undefined) this.known.delete(oldest);
  }

  delete(key: string): void {
    this.known.delete(key);
  }
}
