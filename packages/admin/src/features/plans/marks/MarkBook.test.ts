import { beforeEach, describe, expect, it } from 'vitest';
import { ref } from 'vue';
import type { RemotePlan } from '../saving/targets.ts';
import { MarkBook } from './MarkBook.ts';
import type { Mark, MarkChange, RemoteMarks } from './marks.ts';

class Conflict extends Error {}

/** A server as far as marks see it: one unit whose season gives 20 % in each month, what was typed, a version. */
class Server {
  version = 1;
  typed = new Map<string, number>();
  calls: string[] = [];
  fails = false;
  answer: Promise<void> = Promise.resolve();

  seen(): RemoteMarks {
    const marks = [1, 2, 3].map((month): Mark => {
      const value = this.typed.get(`A ${month}`);
      return { month, value: value ?? 2000, season: value === undefined ? 'OWN' : 'TYPED', stale: value === 999 };
    });
    const plan: RemotePlan = { version: this.version, isDraft: true, cells: new Map() };
    return { plan, marks: new Map([['A', marks]]) };
  }

  put({ code, month, value }: MarkChange): void {
    if (value === null) this.typed.delete(`${code} ${month}`);
    else this.typed.set(`${code} ${month}`, value);
  }

  /** Somebody else types a mark. */
  otherTypes(month: number, value: number): void {
    this.put({ code: 'A', month, value });
    this.version++;
  }

  readonly forMarks = {
    read: () => Promise.resolve(this.seen()),
    set: async (changes: readonly MarkChange[], version: number) => {
      this.calls.push(`${version}: ${changes.map(({ month, value }) => `${month}=${value}`).join(' ')}`);
      await this.answer;
      if (this.fails) throw new Error('no line');
      if (version !== this.version) throw new Conflict();
      changes.forEach((change) => this.put(change));
      this.version++;
      return this.seen();
    },
    isConflict: (error: unknown) => error instanceof Conflict,
  };
}

let server: Server;
let book: MarkBook;
let savedFirst: number;

beforeEach(async () => {
  server = new Server();
  savedFirst = 0;
  const version = ref(1);
  const saving = {
    version,
    saveNow: () => {
      savedFirst++;
      return Promise.resolve(true);
    },
    catchUp: (plan: RemotePlan) => void (version.value = plan.version),
  };
  book = new MarkBook(server.forMarks, saving);
  await book.load();
});

const mark = (month: number, value: number | null): MarkChange => ({ code: 'A', month, value });
const shown = (): string =>
  book
    .of('A')
    .map(({ value, season }) => (season === 'TYPED' ? `${value}!` : String(value)))
    .join(' ');

describe('the marks of a sheet', () => {
  it('are shown at once as they were typed, and sent on top of the targets', async () => {
    let answer = (): void => undefined;
    server.answer = new Promise((resolve) => (answer = resolve));
    const done = book.set([mark(2, 2500)], 'gõ');
    expect(shown()).toBe('2000 2500! 2000');
    expect(book.states.get('A 2')).toBe('saving');
    answer();
    expect(await done).toEqual({ kind: 'saved' });
    expect([shown(), book.states.get('A 2'), savedFirst]).toEqual(['2000 2500! 2000', 'saved', 1]);
  });

  it('are sent one change after the other, each on the version that the one before made', async () => {
    await Promise.all([book.set([mark(1, 100)], 'a'), book.set([mark(2, 200), mark(3, 300)], 'b')]);
    expect(server.calls).toEqual(['1: 1=100', '2: 2=200 3=300']);
    expect(shown()).toBe('100! 200! 300!');
  });

  it('are sent again where somebody else changed other marks', async () => {
    server.otherTypes(3, 700);
    expect(await book.set([mark(1, 100)], 'a')).toEqual({ kind: 'saved' });
    expect(server.calls).toEqual(['1: 1=100', '2: 1=100']);
    expect(shown()).toBe('100! 2000 700!');
  });

  it('are not written over what somebody else typed meanwhile, unless one says so', async () => {
    server.otherTypes(1, 700);
    expect(await book.set([mark(1, 100)], 'a')).toEqual({ kind: 'others', mine: [mark(1, 100)] });
    expect([shown(), server.typed.get('A 1'), book.canUndo.value]).toEqual(['700! 2000 2000', 700, false]);
    expect(await book.set([mark(1, 100)], 'a')).toEqual({ kind: 'saved' });
    expect(shown()).toBe('100! 2000 2000');
  });

  it('stay as they were where they could not be saved, and can be sent again', async () => {
    server.fails = true;
    expect(await book.set([mark(1, 100)], 'a')).toMatchObject({ kind: 'failed' });
    expect([shown(), book.states.get('A 1')]).toEqual(['2000 2000 2000', 'failed']);
    server.fails = false;
    expect(await book.set([mark(1, 100)], 'a')).toEqual({ kind: 'saved' });
  });

  it('are taken back and done again, a whole paste as one', async () => {
    await book.set([mark(1, 100), mark(2, 200)], 'dán');
    await book.set([mark(1, null)], 'bỏ');
    expect(shown()).toBe('2000 200! 2000');
    await book.undo();
    expect(shown()).toBe('100! 200! 2000');
    await book.undo();
    expect([shown(), await book.undo()]).toEqual(['2000 2000 2000', null]);
    await book.redo();
    expect(shown()).toBe('100! 200! 2000');
  });

  it('are taken back while they are still on their way', async () => {
    let answer = (): void => undefined;
    server.answer = new Promise((resolve) => (answer = resolve));
    const set = book.set([mark(1, 100)], 'gõ');
    const undone = book.undo();
    const redone = book.redo();
    const undoneAgain = book.undo();
    answer();
    expect(await set).toEqual({ kind: 'saved' });
    expect((await Promise.all([undone, redone, undoneAgain])).map((step) => step?.[1].kind)).toEqual(
      Array(3).fill('saved'),
    );
    expect([shown(), server.typed.size, server.calls.length]).toEqual(['2000 2000 2000', 0, 4]);
  });

  it('send nothing where nothing changes, but confirm what was typed for another target', async () => {
    await book.set([mark(1, null)], 'bỏ');
    expect(server.calls).toEqual([]);
    server.otherTypes(1, 999);
    await book.set([mark(3, 300)], 'gõ');
    await book.set([mark(1, 999)], 'giữ');
    expect(server.calls.at(-1)).toBe('3: 1=999');
  });
});
