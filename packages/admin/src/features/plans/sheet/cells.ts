import type { FunctionalComponent, VNodeChild } from 'vue';
import type { PlanUnit } from './planUnit.ts';

/** How a cell of the sheet is drawn, as a component of its own: it is drawn again only when what it reads changes. */
export function cellOf(draw: (unit: PlanUnit) => VNodeChild): FunctionalComponent<{ row: PlanUnit }> {
  const component: FunctionalComponent<{ row: PlanUnit }> = ({ row }) => draw(row);
  component.props = ['row'];
  return component;
}
