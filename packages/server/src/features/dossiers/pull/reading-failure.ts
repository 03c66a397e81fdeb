/** What came of a reading. DONE and NOTHING_NEW are good, STOPPED and CHANGED somebody's wish; the others say why it failed. */
export const RUN_RESULTS = [
  'DONE',
  'NOTHING_NEW',
  'STOPPED',
  'CHANGED',
  'BUSY',
  'UNREACHABLE',
  'TIMEOUT',
  'HTTP_STATUS',
  'REDIRECTED',
  'TOO_LARGE',
  'NOT_JSON',
  'NO_REPLY',
  'REFUSED',
  'SIGN_IN_REFUSED',
  'ENDLESS',
  'PRIVATE_ADDRESS',
  'HOST_KEY',
  'NO_FOLDER',
  'TOO_MANY_FILES',
  'KEY_LOST',
  'NO_GRANT',
  'BROKEN_OFF',
  'FAULT',
] as const;
export type RunResult = (typeof RUN_RESULTS)[number];

export type RunParams = Readonly<Record<string, string | number>>;

const MAY_PASS: readonly RunResult[] = ['UNREACHABLE', 'TIMEOUT', 'NOT_JSON', 'NO_REPLY'];

/** A source that could not be read on. It never holds what the source sent but a status, a code or the fingerprint of a key. */
export class ReadingFailure extends Error {
  readonly result: RunResult;
  readonly params: RunParams;

  constructor(result: RunResult, params: RunParams = {}) {
    super(`reading failed: ${result}`);
    this.name = 'ReadingFailure';
    this.result = result;
    this.params = params;
  }

  /** Whether the same question may be answered in a moment. */
  get mayPass(): boolean {
    const { status = 0 } = this.params;
    if (this.result === 'HTTP_STATUS') return Number(status) >= 500 || Number(status) === 429;
    return MAY_PASS.includes(this.result);
  }
}

/** A file that is still being written, or was replaced while it was read: it is left for the next time. */
export class FileChanging extends Error {}
