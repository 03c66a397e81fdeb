import 'reflect-metadata';
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ManagedAccountResolver, OwnAccountResolver } from '../features/accounts/account-changes.resolver.ts';
import { AccountResolver, GrantResolver, HeldRightResolver } from '../features/accounts/accounts.resolver.ts';
import { DefinitionsResolver } from '../features/definitions/definitions.resolver.ts';
import { TrialResolver } from '../features/definitions/trial/trial.resolver.ts';
import { ServicesResolver } from '../features/rates/services/services.resolver.ts';
import { SecondFactorResolver } from '../features/accounts/second-factor/second-factor.resolver.ts';
import { AuditEventResolver } from '../features/audit/audit.resolver.ts';
import { BulkEditResolver } from '../features/catalogue/bulk/bulk.resolver.ts';
import { CatalogueChangesResolver } from '../features/catalogue/feed/feed.resolver.ts';
import { PublicPageResolver } from '../features/public-page/switch.resolver.ts';
import { BoundaryResolver } from '../features/boundaries/boundaries.resolver.ts';
import { SavedViewResolver } from '../features/views/views.resolver.ts';
import { AuditChainResolver } from '../features/audit/chain.resolver.ts';
import { BackupsResolver } from '../features/backup/backups.resolver.ts';
import { TokenResolver } from '../features/accounts/tokens.resolver.ts';
import { DecisionEntryResolver } from '../features/catalogue/decision-entry.resolver.ts';
import { DecisionForceLineResolver, DecisionResolver } from '../features/catalogue/decisions.resolver.ts';
import {
  AmendmentPreviewResolver,
  CoverageRowResolver,
  ServiceListDiffResolver,
} from '../features/catalogue/difference.resolver.ts';
import { ProcedureDraftResolver } from '../features/catalogue/drafts.resolver.ts';
import { ProcedureFormResolver } from '../features/catalogue/files/forms.resolver.ts';
import { ForcePreviewResolver } from '../features/catalogue/force-preview.resolver.ts';
import {
  CatalogueStepResolver,
  ForceLineResolver,
  ForcePeriodResolver,
  ProcedureHistoryResolver,
  ProcedureRevisionResolver,
} from '../features/catalogue/history.resolver.ts';
import {
  ServiceListAmendmentResolver,
  ServiceListChangeResolver,
  ServiceListEntryResolver,
  ServiceListResolver,
} from '../features/catalogue/lists.resolver.ts';
import { CatalogueImportResolver, ImportPreviewResolver } from '../features/catalogue/import/import.resolver.ts';
import { CatalogueSourceResolver } from '../features/catalogue/sources/source.resolver.ts';
import { ProcedureFiguresResolver } from '../features/catalogue/procedure-figures.resolver.ts';
import { ProcedureResolver } from '../features/catalogue/procedures.resolver.ts';
import { ProcedureChangedResolver, ProcedureFacetsResolver } from '../features/catalogue/table/table.resolver.ts';
import {
  DataStatusResolver,
  DossierConnectionResolver,
  DossierResolver,
} from '../features/dossiers/dossiers.resolver.ts';
import {
  CauseMendResolver,
  CauseSuggestionResolver,
  ForeseenMendResolver,
  QuarantineCauseResolver,
} from '../features/dossiers/desk/desk.resolver.ts';
import {
  DossierRecordResolver,
  DossierStatementResolver,
  DossierVersionResolver,
} from '../features/dossiers/identity/identity.resolver.ts';
import { BatchJumpResolver, HeldBatchResolver } from '../features/dossiers/held/held.resolver.ts';
import { ReceiptResolver } from '../features/dossiers/receipts/receipts.resolver.ts';
import { IngestBatchResolver, QuarantineResolver } from '../features/dossiers/ingest/ingest.resolver.ts';
import {
  DossierSourceResolver,
  PlaceSendingResolver,
  SourceCodeResolver,
  UnitSendingResolver,
} from '../features/dossiers/sources/sources.resolver.ts';
import {
  FetchedSourceResolver,
  SourcePullResolver,
  SourceRunResolver,
} from '../features/dossiers/pull/pull.resolver.ts';
import { SystemHealthResolver } from '../features/operation/health.resolver.ts';
import { FIGURES } from '../features/figures/resolvers.ts';
import { CONNECTED } from '../features/systems/resolvers.ts';
import { DIFFICULTIES } from '../features/difficulties/resolvers.ts';
import { INSPECTIONS } from '../features/inspections/resolvers.ts';
import { MATTERS } from '../features/matters/resolvers.ts';
import { MyWorkResolver } from '../features/my-work/my-work.resolver.ts';
import { REPORTS } from '../features/reports/resolvers.ts';
import { MONITORING } from '../features/monitoring/resolvers.ts';
import { URGING_RESOLVERS } from '../features/urging/resolvers.ts';
import { AttainmentResolver, attainmentOfUnit, IndicatorResolver } from '../features/rates/rates.resolver.ts';
import { DecisionPlansResolver } from '../features/plans/decision-plans.resolver.ts';
import { CopyTargetsResolver } from '../features/plans/copying/copy.resolver.ts';
import { PlanDayResolver } from '../features/plans/change-day.resolver.ts';
import { PlanEventResolver } from '../features/plans/events/events.resolver.ts';
import { PlanDutiesResolver, TargetDutiesResolver } from '../features/plans/duties/duties.resolver.ts';
import { PlanInputsResolver } from '../features/plans/plan-inputs.resolver.ts';
import { RehearsalResolver } from '../features/plans/scenarios/rehearsal.resolver.ts';
import { PlanScenariosResolver, ScenarioResolver } from '../features/plans/scenarios/scenarios.resolver.ts';
import { MilestonesResolver } from '../features/plans/milestones/milestones.resolver.ts';
import {
  DocumentTemplateResolver,
  PlanDocumentResolver,
  PlanPapersResolver,
} from '../features/plans/documents/documents.resolver.ts';
import { TargetPlanResolver } from '../features/plans/plans.resolver.ts';
import { PlanStandingResolver } from '../features/plans/standing.resolver.ts';
import { PresenceResolver } from '../features/plans/presence/presence.resolver.ts';
import { ConsultationResolver, PlanTalkResolver } from '../features/plans/talk/talk.resolver.ts';
import { UnitResolver } from '../features/units/units.resolver.ts';
import { countLazily } from './connection.ts';
import { knowNothingLater } from './known-later.ts';
import { enforceRules } from './access/enforce.ts';
import { giveExamples } from './examples/examples.ts';

/** Versions of procedures. */
const VIEWS = [SavedViewResolver, BoundaryResolver, PublicPageResolver] as const;
const HISTORY = [ProcedureHistoryResolver, ProcedureRevisionResolver] as const;

/** Where dossiers come from. */
const SOURCES = [
  DossierSourceResolver,
  FetchedSourceResolver,
  PlaceSendingResolver,
  SourceCodeResolver,
  SourcePullResolver,
  SourceRunResolver,
  UnitSendingResolver,
] as const;

/** Standings and rankings, and what follows from them. */
const WATCHING = [
  ...MONITORING,
  ...CONNECTED,
  ...DIFFICULTIES,
  ...INSPECTIONS,
  ...MATTERS,
  MyWorkResolver,
  ...URGING_RESOLVERS,
  ...REPORTS,
] as const;

/** A plan and all that hangs on it. */
const PLANS = [
  ConsultationResolver,
  CopyTargetsResolver,
  DocumentTemplateResolver,
  MilestonesResolver,
  PlanDocumentResolver,
  PlanDayResolver,
  PlanEventResolver,
  PlanDutiesResolver,
  PlanInputsResolver,
  PlanPapersResolver,
  PlanScenariosResolver,
  PlanStandingResolver,
  DefinitionsResolver,
  TrialResolver,
  ServicesResolver,
  PlanTalkResolver,
  PresenceResolver,
  RehearsalResolver,
  ScenarioResolver,
  TargetDutiesResolver,
  TargetPlanResolver,
] as const;

/** Bad rows by what they have in common, held batches, what receipts tell beside their counts. */
const DESK = [
  BatchJumpResolver,
  CauseMendResolver,
  CauseSuggestionResolver,
  ForeseenMendResolver,
  HeldBatchResolver,
  DossierRecordResolver,
  DossierStatementResolver,
  DossierVersionResolver,
  QuarantineCauseResolver,
  ReceiptResolver,
] as const;

/** What is watched, and what is said of it. */
/** The whole schema, each root field behind its rule (app/access), each scalar described with an example (app/examples). */
export async function buildProductSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AccountResolver,
      GrantResolver,
      HeldRightResolver,
      OwnAccountResolver,
      ManagedAccountResolver,
      SecondFactorResolver,
      TokenResolver,
      AuditEventResolver,
      AuditChainResolver,
      BackupsResolver,
      SystemHealthResolver,
      UnitResolver,
      ProcedureResolver,
      ProcedureFormResolver,
      CatalogueImportResolver,
      ImportPreviewResolver,
      CatalogueSourceResolver,
      BulkEditResolver,
      CatalogueChangesResolver,
      ...VIEWS,
      ProcedureFacetsResolver,
      ProcedureChangedResolver,
      ServiceListResolver,
      ServiceListEntryResolver,
      ServiceListChangeResolver,
      ...HISTORY,
      ProcedureFiguresResolver,
      ProcedureDraftResolver,
      ForcePreviewResolver,
      ForceLineResolver,
      ForcePeriodResolver,
      CatalogueStepResolver,
      ServiceListAmendmentResolver,
      ServiceListDiffResolver,
      AmendmentPreviewResolver,
      CoverageRowResolver,
      DecisionResolver,
      DecisionForceLineResolver,
      DecisionEntryResolver,
      IndicatorResolver,
      AttainmentResolver,
      DossierResolver,
      DossierConnectionResolver,
      DataStatusResolver,
      QuarantineResolver,
      ...DESK,
      IngestBatchResolver,
      DecisionPlansResolver,
      ...FIGURES,
      ...WATCHING,
      ...SOURCES,
      ...PLANS,
    ],
    validate: false,
  });
  return giveExamples(enforceRules(knowNothingLater(countLazily(askDirectly(schema)))));
}

/**
 * A tree asks for the figures of hundreds of units at once, and type-graphql makes a promise of each argument of each call: a sixth of the
 * work of such an answer. Its arguments need no checking beyond their types.
 */
function askDirectly(schema: GraphQLSchema): GraphQLSchema {
  const unit = schema.getType('Unit');
  const field = unit instanceof GraphQLObjectType ? unit.getFields()['attainment'] : undefined;
  if (!field) throw new Error('Unit has no field “attainment”.');
  field.resolve = attainmentOfUnit;
  return schema;
}

let known: Promise<GraphQLSchema> | undefined;

/** The same, made once: for who reads values by its types. */
export function productSchema(): Promise<GraphQLSchema> {
  return (known ??= buildProductSchema());
}
