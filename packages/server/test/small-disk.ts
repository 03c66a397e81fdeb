import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, so small that a test can fill it. */
export interface SmallDisk {
  folder: string;
  /** Writes until so many bytes are left, none unless told. */
  fill(leave?: number): void;
  /** Takes away what was filled in. */
  free(): void;
  remove(): void;
}

const MEGABYTE = 1024 * 1024;

/** Mounts one in memory; a sentence that says why where this machine does not let us. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `a small disk cannot be mounted here: ${error instanceof Error ? error.message : String(error)}`;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (leave = 0) => fill(folder, ballast, leave),
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(folder: string, ballast: string, leave: number): void {
  const file = openSync(ballast, 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(folder);
      const more = Math.min(MEGABYTE, bavail * bsize - leave);
      if (more <= 0) return;
      writeSync(file, Buffer.alloc(more));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
