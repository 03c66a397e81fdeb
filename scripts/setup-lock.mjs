/** Only one process at a time installs or builds. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from './project.mjs';

/** Nobody installs or builds for longer: the number in an older lock belongs to another program by now. */
const LONGEST = 15 * 60_000;
/** The locks that this very process holds: another one with our number in it was left by an earlier process. */
const held = new Set();

/** Runs `work` alone: waits while another living process installs or builds. */
export async function alone(work, file = join(cacheDir, 'setup.lock')) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${randomBytes(6).toString('hex')}`;
  let told = false;
  while (!create(file, mine)) {
    const found = read(file);
    if (found !== null && !isHeld(file, found)) removeStale(file, found);
    else if (found !== null && !told) {
      console.log('Đợi một lần cài đặt khác… Waiting for another installation or build…');
      told = true;
    }
    await sleep(200);
  }
  held.add(mine);
  try {
    return await work();
  } finally {
    held.delete(mine);
    if (read(file) === mine) rmSync(file, { force: true });
  }
}

/** Made whole under another name and linked: nobody ever reads half a lock, and only one of two can be first. */
function create(file, content) {
  const draft = `${file}.${content.replace(' ', '-')}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Moves the stale lock aside, `judged` being what it held when it was found stale; if somebody renewed it in between, what
 * was moved is theirs and goes back.
 */
export function removeStale(file, judged) {
  const aside = `${file}.stale-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== judged) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Whether the process that a lock names lives and is the one that wrote it. */
function isHeld(file, content) {
  try {
    const pid = parseInt(content, 10);
    if (!(pid > 0) || Date.now() - statSync(file).mtimeMs > LONGEST) return false;
    if (pid === process.pid) return held.has(content);
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
