import type { Api } from './api.ts';
import { dossierRow } from './factories.ts';
import { COMMUNE, LEFT_OUT, type Case } from './walk.ts';

const WHY = 'Hai hệ thống gửi cùng một hồ sơ.';
let made = 0;

/** Questions about which dossier is which: two dossiers of the commune 05503, anew before each. */
export function identityCases(api: () => Api): Record<string, Case> {
  const two = () => twoDossiers(api());
  const after = async (mutation: string) => {
    const codes = await two();
    await api().ask(mutation, { ...codes, why: WHY });
    return { ...codes, why: WHY };
  };
  const DELETE = 'mutation ($from: ID!, $why: String!) { deleteDossier(code: $from, reason: $why) { code } }';
  const MERGE =
    'mutation ($from: ID!, $into: ID!, $why: String!) { mergeDossiers(from: $from, into: $into, reason: $why) { code } }';
  const asked = async () => ({ ...(await two()), why: WHY });
  return {
    'Query.dossier': {
      query: 'query ($from: ID!) { dossier(code: $from) { code versions { version } statements { source } } }',
      variables: two,
      expected: { ...LEFT_OUT, child: 'given', looking: 'given' },
    },
    'Mutation.deleteDossier': { query: DELETE, variables: asked, expected: COMMUNE },
    'Mutation.restoreDossier': {
      query: 'mutation ($from: ID!, $why: String!) { restoreDossier(code: $from, reason: $why) { code } }',
      variables: () => after(DELETE),
      expected: COMMUNE,
    },
    'Mutation.mergeDossiers': { query: MERGE, variables: asked, expected: COMMUNE },
    'Mutation.splitDossier': {
      query: 'mutation ($from: ID!, $why: String!) { splitDossier(code: $from, reason: $why) { code } }',
      variables: () => after(MERGE),
      expected: COMMUNE,
    },
    'Mutation.foreseeDossierStep': {
      query:
        'mutation ($from: ID!, $into: ID!) { foreseeDossierStep(input: { kind: MERGE, code: $from, into: $into }) { year } }',
      variables: two,
      expected: COMMUNE,
    },
  };
}

async function twoDossiers(api: Api): Promise<{ from: string; into: string }> {
  const [from = '', into = ''] = [1, 2].map((n) => `H55.164.3-220302-${String(made + n).padStart(4, '0')}`);
  made += 2;
  await api.ingest([from, into].map((MaHoSo) => dossierRow({ MaHoSo })));
  return { from, into };
}
