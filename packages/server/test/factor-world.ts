import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openApi, type Api } from './api.ts';
import type { Browser } from './browser.ts';
import type { buildAccount } from './factories.ts';
import { awaitingCode, buildOwner, TEST_KEY, type Owner } from './second-factor.ts';

const STEP_MS = 30_000;

/** A server whose clock stands where a test puts it, for tests of second factors. */
export interface FactorWorld {
  api: Api;
  /** What the server takes for now; the same at the beginning of each test. */
  now: Date;
  /** So many steps of the codes later. */
  later: (steps: number) => Date;
  /** Somebody who set up a second factor some time ago. */
  owner: (facts?: Parameters<typeof buildAccount>[1]) => Promise<Owner>;
  awaiting: (someone: Pick<Owner, 'account'>) => Promise<Browser>;
}

/** To be called where tests are described: opens it before them, and forgets failed tries before each. */
export function factorWorld(): FactorWorld {
  const world = { now: new Date(0) } as FactorWorld;
  world.later = (steps) => new Date(world.now.getTime() + steps * STEP_MS);
  world.owner = async (facts = { role: 'VIEWER' }) => {
    const made = await buildOwner(world.api, facts, world.now);
    world.now = world.later(4);
    return made;
  };
  world.awaiting = (someone) => awaitingCode(world.api, someone);
  beforeAll(async () => {
    world.api = await openApi({ config: { secretsKey: TEST_KEY } });
    world.api.app.now = () => world.now;
  });
  afterAll(() => world.api.close());
  beforeEach(async () => {
    world.now = new Date('2026-03-02T03:00:10Z');
    await world.api.db.query('delete from sign_in_failure');
    await world.api.db.query('delete from second_factor_failure');
  });
  return world;
}
