/** Only one process at a time installs or builds. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from './project.mjs';

const file = join(cacheDir, 'setup.lock');
/** Nobody installs or builds for longer: the number in an older lock belongs to another program by now. */
const LONGEST = 15 * 60_000;

/** Runs `work` alone: waits while another living process installs or builds. */
export async function alone(work) {
  mkdirSync(cacheDir, { recursive: true });
  let told = false;
  while (!take()) {
    if (!told && isHeld()) {
      console.log('Đợi một lần cài đặt khác… Waiting for another installation or build…');
      told = true;
    }
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(file, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    // Written in two steps: empty means that somebody is about to write a number.
    if (pid === 0) return age < 5_000;
    if (age > LONGEST) return false;
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
