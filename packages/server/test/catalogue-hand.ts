import type { Api } from './api.ts';
import type { Answer } from './caller.ts';

/** The procedure that tests of its history and of steps are about, and another one. */
export const CODE = '2.000815';
export const OTHER = '2.000816';

export type Draft = Record<string, unknown>;

/** One procedure of a catalogue in the hands of a test: saved, decided about, read, undone by the interface that people use. */
export class CatalogueHand {
  private readonly api: () => Api;

  constructor(api: () => Api) {
    this.api = api;
  }

  save(...drafts: Draft[]): Promise<Answer<{ saveProcedures: { version: number }[] }>> {
    return this.api().gql('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
      input: drafts.map((draft) => ({ code: CODE, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft })),
    });
  }

  async read<T = Record<string, unknown>>(fields: string, args: Draft = {}): Promise<T> {
    const { procedure } = await this.api().ask<{ procedure: T }>(
      `query ($code: ID!, $on: Date, $knownAt: DateTime) { procedure(code: $code, on: $on, knownAt: $knownAt) { ${fields} } }`,
      { code: CODE, ...args },
    );
    return procedure;
  }

  decide(changes: Draft[], number = '1/QĐ-UBND', effectiveOn = '2022-03-01'): Promise<Answer<unknown>> {
    return this.api().gql('mutation ($input: ForceChangesInput!) { changeForce(input: $input) { code } }', {
      input: {
        decision: { number, issuedOn: '2022-01-15', effectiveOn },
        changes: changes.map((change) => ({ procedure: CODE, ...change })),
      },
    });
  }

  keepDraft(draft: Draft): Promise<Answer<unknown>> {
    return this.api().gql('mutation ($input: ProcedureInput!) { saveProcedureDraft(input: $input) { version } }', {
      input: { code: CODE, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft },
    });
  }

  publishDraft(): Promise<Answer<unknown>> {
    return this.api().gql('mutation ($code: ID!) { publishProcedureDraft(code: $code) { version } }', { code: CODE });
  }

  async draft(): Promise<unknown> {
    const query = 'query ($code: ID!) { procedureDraft(code: $code) { version baseVersion textFrom name at } }';
    return (await this.api().ask<{ procedureDraft: unknown }>(query, { code: CODE })).procedureDraft;
  }

  async periods(): Promise<string[]> {
    const found = await this.read<{ periods: { from: string | null; to: string | null }[] }>('periods { from to }');
    return found.periods.map(({ from, to }) => `${from ?? '…'} ${to ?? '…'}`);
  }

  undo(id: string): Promise<Answer<unknown>> {
    return this.api().gql('mutation ($id: ID!) { undoStep(id: $id) { kind undoes } }', { id });
  }

  async steps(): Promise<{ id: string; undoneBy: string | null; undoes: string | null }[]> {
    const answer = await this.api().ask<{
      catalogueSteps: { nodes: { id: string; undoneBy: string | null; undoes: string | null }[] };
    }>('{ catalogueSteps { nodes { id undoneBy undoes } } }');
    return answer.catalogueSteps.nodes;
  }

  async lastStep(): Promise<string> {
    return (await this.steps())[0]?.id ?? '';
  }
}
