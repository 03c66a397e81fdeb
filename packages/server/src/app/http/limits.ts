/** What callers may ask of one process, and how long they may take. Tests set shorter times and smaller numbers. */
export interface ServerLimits {
  /** So long may a question take (ms), then it is a TIMEOUT and its statement is cancelled. */
  questionMs: number;
  /** The same for a change: what it recounts may be far more than anybody asks for. */
  changeMs: number;
  /** So long may a caller take to send the head of a request (ms). */
  headMs: number;
  /** So long may a caller take to send a body to /graphql or /auth (ms). Bodies to /ingest are cut where nothing comes. */
  bodyMs: number;
  /** So long may a caller take nothing of a file that is read from the database while it is given (ms). */
  takeIdleMs: number;
  /** So long may a caller take for all of such a file (ms). */
  takeMs: number;
  /** So often is looked for callers that are too slow with the head (ms). */
  lookMs: number;
  /** Calls a minute to /graphql by one account. */
  callsOfAccount: number;
  /** Calls a minute to /graphql, /auth and what no route takes, from one address: an office may stand behind one. */
  callsOfAddress: number;
  /** Calls a minute to what anybody may read without an account, from one address. */
  callsOfStranger: number;
  /** Of so many accounts, and of so many addresses, is remembered how often they called; those not seen for longest go. */
  callers: number;
  /** So many connections are held at a time; further ones are closed as they come. */
  connections: number;
}

export const SERVER_LIMITS: ServerLimits = {
  questionMs: 30_000,
  changeMs: 120_000,
  headMs: 15_000,
  bodyMs: 15_000,
  takeIdleMs: 30_000,
  takeMs: 300_000,
  lookMs: 5_000,
  callsOfAccount: 6_000,
  callsOfAddress: 12_000,
  callsOfStranger: 600,
  callers: 10_000,
  connections: 2_000,
};

/** The limits of a server that was told how many calls a minute an account may make. */
export function limitsFor({ callsAMinute }: { callsAMinute: number | null }): ServerLimits {
  if (callsAMinute === null) return SERVER_LIMITS;
  return { ...SERVER_LIMITS, callsOfAccount: callsAMinute, callsOfAddress: 2 * callsAMinute };
}
