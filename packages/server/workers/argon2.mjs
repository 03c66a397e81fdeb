/**
 * A thread that does nothing but hash and compare passwords: `{ id, password }` is answered by `{ id, hash }`, `{ id, password,
 * stored }` by `{ id, isRight }`, what cannot be done by `{ id, problem }`.
 */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LOW_PRIORITY = 10;

// Linux has a priority for each thread; elsewhere this would slow down the whole server.
if (process.platform === 'linux') setPriority(0, LOW_PRIORITY);

parentPort.on('message', ({ id, password, stored }) => {
  try {
    parentPort.postMessage(
      stored === undefined ? { id, hash: hashSync(password, COST) } : { id, isRight: isRight(stored, password) },
    );
  } catch (error) {
    parentPort.postMessage({ id, problem: error instanceof Error ? error.message : 'unknown' });
  }
});

/** A hash that cannot be read is nobody's. */
function isRight(stored, password) {
  try {
    return verifySync(stored, password);
  } catch {
    return false;
  }
}
