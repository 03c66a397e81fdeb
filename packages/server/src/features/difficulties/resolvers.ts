import { DifficultyResolver, DifficultyStepResolver } from './difficulties.resolver.ts';
import { DifficultyStepsResolver } from './steps.resolver.ts';

/** What keeps units from what they should do. */
export const DIFFICULTIES = [DifficultyResolver, DifficultyStepResolver, DifficultyStepsResolver] as const;
