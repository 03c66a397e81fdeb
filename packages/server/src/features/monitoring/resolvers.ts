import { IndexSetResolver } from './index-sets/index-sets.resolver.ts';
import { RankingResolver } from './ranking/ranking.resolver.ts';
import { ForecastResolver, UnitForecastResolver } from './standings/forecast.resolver.ts';

/** Standings and forecasts, rankings. */
export const MONITORING = [ForecastResolver, IndexSetResolver, RankingResolver, UnitForecastResolver] as const;
