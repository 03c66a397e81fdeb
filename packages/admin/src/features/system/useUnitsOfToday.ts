import { matches, matchRank } from '@chi-tieu/shared/domain/fold';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { UnitsOfTodayDocument, type UnitsOfTodayQuery } from '@chi-tieu/shared/generated/graphql';
import { computed, type ComputedRef } from 'vue';
import { may } from '../../app/rights.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { today } from '../../app/useFrame.ts';

export type UnitChoice = UnitsOfTodayQuery['units']['nodes'][number];

/** The units of today, a province has some hundreds; with a right those alone that one holds it for. */
export function useUnitsOfToday(right: () => Right | undefined = () => undefined): ComputedRef<readonly UnitChoice[]> {
  const answer = useAnswer(UnitsOfTodayDocument, () => ({ on: today(), after: null }));
  return computed(() => {
    const wanted = right();
    const units = answer.data.value?.units.nodes ?? [];
    return wanted ? units.filter(({ code }) => may(wanted, code)) : units;
  });
}

/** The units that a text may mean, by name without marks or by code: the likeliest first, so many at the most. */
export function findUnits(units: readonly UnitChoice[], text: string, most = 8): UnitChoice[] {
  const typed = text.trim();
  if (typed === '') return units.slice(0, most);
  return units
    .filter(({ name, code }) => matches(typed, name) || code.startsWith(typed))
    .sort((a, b) => matchRank(typed, b.name) - matchRank(typed, a.name))
    .slice(0, most);
}
