import { Snapshot } from '../src/app/database.ts';
import { EVERYTHING } from '../src/app/wall.ts';
import { verifyEverything, type Difference } from '../src/features/rates/verify.service.ts';
import type { Api } from './api.ts';

/** Every difference between what is stored and what follows from zero, now or as known at an instant. */
export async function differences(api: Api, knownAt: Date | null = null): Promise<Difference[]> {
  const snapshot = new Snapshot(api.app.db, 0, undefined, EVERYTHING);
  const found: Difference[] = [];
  try {
    await verifyEverything(snapshot, { knownAt, tell: (difference) => found.push(difference) });
  } finally {
    await snapshot.close();
  }
  return found;
}
