import { DailySweep } from '../../../app/daily-sweep.ts';
import { withClient } from '../../../app/database.ts';
import { deleteOldImports } from './imports.queries.ts';
import { KEPT_DAYS } from './open-import.service.ts';

/** Takes away the imports that nobody has touched for a month; what they brought into the catalogue stays. */
export class OldImports extends DailySweep {
  protected readonly what = 'old imports';

  protected remove(): Promise<number> {
    return withClient(this.app.db, (sql) => deleteOldImports(sql, KEPT_DAYS));
  }
}
