import type { Caller } from './caller.ts';

/** An event as the API shows it. */
export interface SeenEvent {
  seq: string;
  actorKind: string;
  actorName: string | null;
  address: string | null;
  what: string;
  aboutKind: string;
  aboutId: string | null;
  unit: { code: string } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  text: string;
}

const FIELDS = 'seq actorKind actorName address what aboutKind aboutId unit { code } before after text';

/** The audit trail as a caller sees it, newest first. */
export async function trailOf(caller: Caller, variables: Record<string, unknown> = {}): Promise<SeenEvent[]> {
  const answer = await caller.ask<{ auditTrail: { nodes: SeenEvent[] } }>(
    `query ($about: ID, $by: ID, $first: Int) { auditTrail(about: $about, by: $by, first: $first) { nodes { ${FIELDS} } } }`,
    variables,
  );
  return answer.auditTrail.nodes;
}

/** The newest event about something. */
export async function newestEvent(caller: Caller, about: string): Promise<SeenEvent | undefined> {
  return (await trailOf(caller, { about, first: 1 }))[0];
}
