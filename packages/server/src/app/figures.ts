import type { QueryResultRow } from 'pg';
import type { ClientSql, Sql } from './sql.ts';
import { settingOf, type Sight } from './wall.ts';

/** A snapshot's connection, and what is seen on it otherwise. */
export type Opened = () => Promise<{ sql: ClientSql; sight: Sight }>;

/**
 * Questions to a snapshot that count dossiers of everybody, whoever asks: each one under `all`, in one turn of the connection,
 * so that no other question sees more than it may. Give out counts only.
 */
export class Figures implements Sql {
  private readonly open: Opened;

  constructor(open: Opened) {
    this.open = open;
  }

  async rows<T extends QueryResultRow>(text: string, params?: unknown[]): Promise<T[]> {
    const { sql, sight } = await this.open();
    const mine = sight.units.get('dossiers');
    if (mine === 'ALL') return sql.rows<T>(text, params);
    const between = { before: settingOf('dossiers', 'ALL').slice(1), after: settingOf('dossiers', mine).slice(1) };
    return sql.rowsBetween<T>(between, text, params);
  }

  async row<T extends QueryResultRow>(text: string, params?: unknown[]): Promise<T | null> {
    return (await this.rows<T>(text, params))[0] ?? null;
  }

  async run(text: string, params?: unknown[]): Promise<number> {
    return (await this.rows(text, params)).length;
  }
}
