/** Running other programs so that none of them outlives us. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

const running = new Set();
const atEnd = new Set();
let ending = false;

/** Runs `act` when a signal ends this process; gives back a function that forgets it. */
export function onSignal(act) {
  atEnd.add(act);
  return () => atEnd.delete(act);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let parentWatch;

/** From now on a signal (or the end of the npm that started us) ends our children first, then us with the usual code. */
export function endOnSignals() {
  for (const signal of SIGNALS) process.on(signal, () => void endAll(signal));
  watchParent(() => void endAll('SIGTERM'));
}

/**
 * Leaves the signals to whatever this process becomes. Until that listens they end it; the end of npm is handed to it as
 * SIGTERM, unless a signal came anyway.
 */
export function handOverSignals() {
  let told = false;
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      told = true;
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
  watchParent(() => {
    if (!told) process.emit('SIGTERM', 'SIGTERM');
  });
}

/** npm's own shell may be killed without handing the signal on: whoever was started by npm ends when it is gone. */
function watchParent(act) {
  clearInterval(parentWatch);
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  parentWatch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(parentWatch);
    act();
  }, 500).unref();
}

async function endAll(signal) {
  if (ending) return;
  ending = true;
  for (const child of running) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  const patience = setTimeout(() => running.forEach((child) => child.kill('SIGKILL')), 7_000);
  await Promise.all([...running].map((child) => new Promise((done) => child.once('close', done))));
  clearTimeout(patience);
  for (const act of atEnd) await act();
  process.exit(128 + constants.signals[signal]);
}

/**
 * Runs a program to its end: { code, output }. With `capture` its output is kept and not shown; `watch` is called with
 * each part of it. With `patient` it only gets what time others leave.
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, capture = false, watch, shell = false, ipc = false, patient = false } = {},
) {
  return new Promise((done, failed) => {
    const out = capture || watch ? 'pipe' : 'inherit';
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', out, out, ...(ipc ? ['ipc'] : [])] });
    running.add(child);
    if (patient && child.pid !== undefined) giveWay(child.pid);
    let output = '';
    const take = (part) => {
      output += part;
      watch?.(String(part));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => {
      running.delete(child);
      failed(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (!ending) done({ code: code ?? 128 + (constants.signals[signal] ?? 0), output });
    });
  });
}

/** Some systems or rights do not allow it: then it runs like the others. */
function giveWay(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It may also be over already.
  }
}

/** Runs a program that an npm package brings, with this Node: no shell in between, no trouble with spaces in paths. */
export function runTool(packageName, tool, args, options = {}) {
  const from = options.from ?? root;
  return run(process.execPath, [findTool(packageName, tool, from), ...args], { cwd: from, ...options });
}

/** The file behind a package's command, as seen from a folder. */
export function findTool(packageName, tool, from = root) {
  const manifest = findManifest(packageName, from);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[tool]);
}

function findManifest(packageName, from) {
  for (const folder of createRequire(join(from, 'package.json')).resolve.paths(packageName) ?? []) {
    const manifest = join(folder, packageName, 'package.json');
    try {
      readFileSync(manifest);
      return manifest;
    } catch {
      // Not here: look further up.
    }
  }
  throw new Error(`${packageName} is not installed.`);
}
