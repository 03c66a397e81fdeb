import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AccountResolver, GrantResolver } from '../features/accounts/accounts.resolver.ts';
import {
  DecisionResolver,
  ServiceListChangeResolver,
  ServiceListEntryResolver,
  ServiceListResolver,
} from '../features/catalogue/lists.resolver.ts';
import { ProcedureResolver } from '../features/catalogue/procedures.resolver.ts';
import {
  DataStatusResolver,
  DossierConnectionResolver,
  DossierResolver,
} from '../features/dossiers/dossiers.resolver.ts';
import { IngestBatchResolver, QuarantineResolver } from '../features/dossiers/ingest/ingest.resolver.ts';
import { AttainmentResolver, IndicatorResolver } from '../features/rates/rates.resolver.ts';
import { TargetPlanResolver } from '../features/plans/plans.resolver.ts';
import { UnitResolver } from '../features/units/units.resolver.ts';
import type { Context } from './context.ts';

/** The whole schema. Whoever is not signed in gets nothing that is marked as needing it. */
export function buildProductSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      AccountResolver,
      GrantResolver,
      UnitResolver,
      ProcedureResolver,
      ServiceListResolver,
      ServiceListEntryResolver,
      ServiceListChangeResolver,
      DecisionResolver,
      IndicatorResolver,
      AttainmentResolver,
      DossierResolver,
      DossierConnectionResolver,
      DataStatusResolver,
      QuarantineResolver,
      IngestBatchResolver,
      TargetPlanResolver,
    ],
    validate: false,
    authChecker: ({ context }: { context: Context }) => Boolean(context.signedIn()),
  });
}
