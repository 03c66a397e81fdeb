import type { PlanUnit } from '../sheet/planUnit.ts';
import type { Sheet } from '../sheet/useSheet.ts';

/** Those whose proposal is not what they have, and who are not locked. */
export function openProposals({
  units,
  proposals,
  read,
}: Pick<Sheet, 'units' | 'read'> & { readonly proposals: Pick<Sheet['proposals'], 'byCode'> }): PlanUnit[] {
  return units.filter(({ code, isIssuer }) => {
    const proposal = isIssuer ? undefined : proposals.byCode.get(code);
    return proposal && read(code, 'lock') !== 1 && proposal.percent !== read(code, 'target');
  });
}

/** The same, parted by whether a number is there already: those who have one keep it unless one asks for the other. */
export function proposalParts(sheet: Parameters<typeof openProposals>[0]): {
  fresh: PlanUnit[];
  replacing: PlanUnit[];
} {
  const open = openProposals(sheet);
  const isFresh = ({ code }: PlanUnit): boolean => sheet.read(code, 'target') === null;
  return { fresh: open.filter(isFresh), replacing: open.filter((unit) => !isFresh(unit)) };
}
