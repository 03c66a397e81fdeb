/** What came of a pull. Those that are not good say why the source could not be read. */
export const PULL_RESULTS = [
  'APPLIED',
  'WAITING',
  'NOTHING_NEW',
  'BUSY_CATALOGUE',
  'UNREACHABLE',
  'TIMEOUT',
  'HTTP_STATUS',
  'REDIRECTED',
  'TOO_LARGE',
  'NOT_JSON',
  'NO_REPLY',
  'REFUSED',
  'SIGN_IN_REFUSED',
  'KEY_LOST',
  'EMPTY_LIST',
  'BROKEN_OFF',
] as const;
export type PullResult = (typeof PULL_RESULTS)[number];

export type PullParams = Readonly<Record<string, string | number>>;

/** A source that could not be read; nothing of it is taken in. It never holds what the source sent but a status or code. */
export class PullFailure extends Error {
  readonly result: PullResult;
  readonly params: PullParams;

  constructor(result: PullResult, params: PullParams = {}) {
    super(`pull failed: ${result}`);
    this.name = 'PullFailure';
    this.result = result;
    this.params = params;
  }

  /** Whether the same question may be answered in a moment. */
  get mayPass(): boolean {
    const { status = 0 } = this.params;
    if (this.result === 'HTTP_STATUS') return Number(status) >= 500 || Number(status) === 429;
    return ['UNREACHABLE', 'TIMEOUT', 'NOT_JSON'].includes(this.result);
  }
}
