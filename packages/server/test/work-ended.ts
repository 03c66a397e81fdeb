import type { App } from '../src/app/context.ts';
import { verifyingEnded } from '../src/features/audit/verifying.ts';
import { backupEnded } from '../src/features/backup/asked-backup.ts';
import { checksEnded } from '../src/features/backup/checked-backups.ts';
import { pullEnded } from '../src/features/catalogue/sources/running-pulls.ts';

/** Waits until the server does nothing any more that somebody asked it to do in the background. */
export async function workEnded(app: App): Promise<void> {
  await backupEnded(app);
  await checksEnded(app);
  await verifyingEnded(app);
  await pullEnded(app, { end: true });
}
