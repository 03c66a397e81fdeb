import { DailySweep } from '../../../app/daily-sweep.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { deleteOldReports } from './old-reports.queries.ts';

/** A dossier that did not come for so long after a report of its progress comes whole, if ever: its row says more than the report. */
export const REPORTS_WAIT_DAYS = 180;

/** Takes away reports of progress whose dossiers nobody sent for half a year. */
export class OldReports extends DailySweep {
  protected readonly what = 'old reports of progress';

  protected remove(): Promise<number> {
    return withClient(this.app.db, (sql) => deleteOldReports(sql, this.app.provinceId, REPORTS_WAIT_DAYS), EVERYTHING);
  }
}
