import type { Examples } from './types.ts';

const SCENARIO = '7d5a7f0e-2c1b-4a55-9a55-3f1c2b9e8d41';

/** Inputs, scenarios and rehearsals of plans. */
export const SCENARIO_EXAMPLES: Examples = {
  'EffortBand.points': 10,
  'EffortBand.weight': 1,
  'EffortBandInput.points': 10,
  'EffortBandInput.weight': 1,
  'PlanChild.countedBaseline': 41.5,
  'PlanChild.countedVolume': 1840,
  'PlanInputs.step': 0.5,
  'UnitInputs.volume': 1840,
  'UnitInputs.baseline': 41.5,
  'UnitInputs.floor': 41.5,
  'UnitInputs.ceiling': 90,
  'UnitInputsInput.volume': 1840,
  'UnitInputsInput.baseline': 41.5,
  'UnitInputsInput.floor': 41.5,
  'UnitInputsInput.ceiling': 90,
  'ScenarioInputsInput.step': 0.5,
  'Mutation.setPlanInputs(step)': 0.5,
  'Scenario.id': SCENARIO,
  'ScenarioInput.id': SCENARIO,
  'Mutation.deleteScenario(id)': SCENARIO,
  'Mutation.takeScenario(id)': SCENARIO,
  'TargetPlan.rehearsal(scenario)': SCENARIO,
  'TargetPlan.rehearsal(year)': 2021,
  'Scenario.name': 'Tân Cương mất một phần ba hồ sơ',
  'ScenarioInput.name': 'Tân Cương mất một phần ba hồ sơ',
  'Scenario.contributors': ['Nguyễn Thị Lan'],
};
