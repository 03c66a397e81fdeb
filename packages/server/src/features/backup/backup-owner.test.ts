import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseOwner } from '../../app/embedded-binaries.ts';
import { backupFolder, beginDraft } from './backup-folder.ts';

const isRoot = process.getuid?.() === 0;
const SERVICE = 12_345;
let dataDir: string;

/** The data folder of a service that runs as a user of its own; where the tests are no root, they are that user. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ct-owner-'));
  if (isRoot) chownSync(dataDir, SERVICE, SERVICE);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('leaves folder and file of a backup that root makes to whom the data folder belongs', async () => {
  const draft = await beginDraft(backupFolder(dataDir));
  const file = await draft.finish(new Date('2026-01-31T02:00:00Z'));
  const owner = statSync(dataDir).uid;
  expect([statSync(backupFolder(dataDir)).uid, statSync(file).uid]).toEqual([owner, owner]);
});

it('lets root make the database for whom the data folder belongs', () => {
  expect(chooseOwner(join(dataDir, 'postgres'))).toEqual(isRoot ? { uid: SERVICE, gid: SERVICE } : null);
});
