import pg from 'pg';

type Ask = (this: pg.Client, ...args: unknown[]) => unknown;

/** Every statement that this process sends to PostgreSQL while `use` runs, in order. */
export async function statementsOf(use: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Ask };
  const { query } = prototype;
  prototype.query = function (...args) {
    const [first] = args;
    texts.push(typeof first === 'string' ? first : ((first as { text?: string }).text ?? ''));
    return query.apply(this, args);
  };
  try {
    await use();
  } finally {
    prototype.query = query;
  }
  return texts;
}
