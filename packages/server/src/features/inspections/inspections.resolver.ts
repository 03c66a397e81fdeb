import { departs } from '@chi-tieu/shared/domain/inspection/checklist';
import {
  afterMove,
  daysLate,
  INSPECTION_MOVES,
  isOverdue,
  isPlanOpen,
} from '@chi-tieu/shared/domain/inspection/states';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { Indicator } from '../rates/rates.types.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { allChecklists, allVersions } from './checklists/checklists.service.ts';
import { possibleOf } from './findings/findings.service.ts';
import { FindingAct, InspectionMove, InspectionState } from './inspections.enums.ts';
import type { InspectedRow, InspectionRow } from './inspections.queries.ts';
import {
  countsByState,
  drawnOfSample,
  findingsOfInspection,
  inspectionById,
  nameOfAccount,
  pageOfInspections,
  papersOfInspection,
  samplesOfInspection,
  stepsOfInspection,
  unitsOfInspection,
  waitingOf,
} from './inspections.service.ts';
import {
  CheckedItem,
  Checklist,
  DrawnDossier,
  InspectedUnit,
  Inspection,
  InspectionConnection,
  InspectionCount,
  InspectionFinding,
  InspectionMember,
  InspectionMinutes,
  InspectionSample,
  InspectionStep,
  InspectionWaiting,
  showItem,
} from './inspections.types.ts';
import { sampleHolds } from './samples/samples.service.ts';
import { handsOfCaller } from './sides.service.ts';
import type { FindingRow } from './log/steps.queries.ts';
import { inspectionCandidates } from './planning/team.service.ts';

const UNIT = 'A code: at it, at those that it succeeded and at all below.';
const OVERDUE = 'Those alone with findings past their deadline.';

/** An inspection as GraphQL shows it. */
export function showInspection(row: InspectionRow): Inspection {
  const { checklist, ...said } = row;
  return { ...said, checklist: { ...checklist, items: checklist.items.map(showItem) }, row };
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => InspectionConnection, { description: 'Inspections within reach, newest first.' })
  async inspections(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('state', () => InspectionState, { nullable: true, description: 'Those in this state alone.' })
    state: InspectionState | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Inspection>> {
    const given = { unit: unit ?? null, state: state ?? null, overdue };
    const found = await pageOfInspections(ctx, given, readPage(first, after, isNumberKey));
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showInspection(node) }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => [InspectionCount], { description: 'How many inspections within reach there are in each state.' })
  inspectionCounts(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Ctx() ctx: Context,
  ): Promise<InspectionCount[]> {
    return countsByState(ctx, { unit: unit ?? null, state: null, overdue });
  }

  @Query(() => Inspection, { nullable: true, description: 'One inspection; null where there is none within reach.' })
  async inspection(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Inspection | null> {
    const row = await inspectionById(ctx, id);
    return row && showInspection(row);
  }

  @Query(() => [Checklist], { description: 'The checklists that there are, each in its latest version.' })
  async checklists(@Ctx() ctx: Context): Promise<Checklist[]> {
    return (await allChecklists(ctx)).map((one) => ({ ...one, items: one.items.map(showItem) }));
  }

  @Query(() => [Checklist], {
    description: 'Every version of a checklist, the latest first; none where nobody kept one under this code.',
  })
  async checklistVersions(
    @Arg('code', () => String, { description: 'Its code.' }) code: string,
    @Ctx() ctx: Context,
  ): Promise<Checklist[]> {
    return (await allVersions(ctx, code)).map((one) => ({ ...one, items: one.items.map(showItem) }));
  }

  @Query(() => [InspectionMember], {
    description: 'Whom one may call into a team for some units: at most 10 people, by user name.',
  })
  async inspectionCandidates(
    @Arg('units', () => [ID], { description: 'The codes of the units.' }) units: string[],
    @Arg('search', () => String, { description: 'Words of the name or user name, marks or not; without any, nobody.' })
    search: string,
    @Ctx() ctx: Context,
  ): Promise<InspectionMember[]> {
    const found = await inspectionCandidates(ctx, units, search);
    return found.map(({ id, name }) => ({ id: String(id), name, leads: false }));
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit in whose name it is held.' })
  leadUnit(@Root() { row }: Inspection, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.leadUnitId, today(ctx));
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'The indicator whose figures it looks at.' })
  async indicator(@Root() { row }: Inspection, @Ctx() ctx: Context): Promise<Indicator | null> {
    return (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId) ?? null;
  }

  @FieldResolver(() => [InspectionMember], { description: 'Who goes, the leader first.' })
  team(@Root() { row }: Inspection, @Ctx() ctx: Context): Promise<InspectionMember[]> {
    const order = [row.leadAccountId, ...row.memberIds.filter((id) => id !== row.leadAccountId)];
    return Promise.all(
      order.map(async (id, at) => ({ id: String(id), name: await nameOfAccount(ctx, id), leads: at === 0 })),
    );
  }

  @FieldResolver(() => [InspectedUnit], { description: 'Its units within reach.' })
  async inspected(@Root() { id, row: inspection }: Inspection, @Ctx() ctx: Context): Promise<InspectedUnit[]> {
    const hands = await handsOfCaller(ctx);
    return Promise.all(
      (await unitsOfInspection(ctx, id)).map(async (row) => {
        const { inspects, answers } = hands.sidesOf(inspection, row.unitId);
        const unit = await unitAsKnown(ctx, row.unitId, today(ctx));
        const items = await itemsOf(ctx, row, inspection);
        return { unit, inspected: inspects && !answers, answers, items, row, inspection };
      }),
    );
  }

  @FieldResolver(() => [InspectionFinding], { description: 'What was found at its units within reach.' })
  async findings(@Root() { id }: Inspection, @Ctx() ctx: Context): Promise<InspectionFinding[]> {
    return (await findingsOfInspection(ctx, id)).map((row) => showFinding(ctx, row));
  }

  @FieldResolver(() => [InspectionStep], {
    description: 'What was done, what the caller may read of it, oldest first.',
  })
  async steps(@Root() { id }: Inspection, @Ctx() ctx: Context): Promise<InspectionStep[]> {
    return (await stepsOfInspection(ctx, id)).map((row) => {
      const { act, body, findingId, day, teamOnly, by, at, files } = row;
      return { id: row.id, act, text: body, finding: findingId, dueOn: day, teamOnly, by, at, files, row };
    });
  }

  @FieldResolver(() => InspectionWaiting, { description: 'What of it waits for its units within reach.' })
  waiting(@Root() { id }: Inspection, @Ctx() ctx: Context): Promise<InspectionWaiting> {
    return waitingOf(ctx, id);
  }

  @FieldResolver(() => [InspectionMove], { description: 'How the caller may move it on as it stands.' })
  async possible(@Root() { row }: Inspection, @Ctx() ctx: Context): Promise<InspectionMove[]> {
    if (!(await handsOfCaller(ctx)).leads(row)) return [];
    return INSPECTION_MOVES.filter((move) => afterMove(row.state, move) !== null);
  }

  @FieldResolver(() => Boolean, { description: 'The caller may plan it otherwise.' })
  async changeable(@Root() { row }: Inspection, @Ctx() ctx: Context): Promise<boolean> {
    return isPlanOpen(row.state) && (await handsOfCaller(ctx)).leads(row);
  }
}

async function itemsOf(ctx: Context, { answers }: InspectedRow, { checklist }: InspectionRow): Promise<CheckedItem[]> {
  return Promise.all(
    checklist.items.map(async (item) => {
      const { answer = null, note = null, version = 0, accountId = null } = answers[item.key] ?? {};
      const by = accountId === null ? null : await nameOfAccount(ctx, accountId);
      const { key, text, expected, hint } = showItem(item);
      return { key, text, expected, hint, answer, note, version, departs: departs(item, answer), by };
    }),
  );
}

function showFinding(ctx: Context, row: FindingRow): InspectionFinding {
  const { id, version, state, severity, body, itemKey, dueOn, refused } = row;
  const day = today(ctx);
  const late = { overdue: isOverdue(row, day), daysLate: daysLate(row, day) };
  return { id, version, state, severity, text: body, item: itemKey, dueOn, refused, ...late, row };
}

@Resolver(() => InspectionFinding)
export class InspectionFindingResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit at which it was found.' })
  unit(@Root() { row }: InspectionFinding, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, today(ctx));
  }

  @FieldResolver(() => [FindingAct], { description: 'What the caller may do about it as it stands.' })
  async possible(@Root() { row }: InspectionFinding, @Ctx() ctx: Context): Promise<FindingAct[]> {
    const inspection = await inspectionById(ctx, row.inspectionId);
    return inspection ? possibleOf(ctx, row, inspection) : [];
  }
}

@Resolver(() => InspectionStep)
export class InspectionStepResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it is about; null: the whole.' })
  unit(@Root() { row }: InspectionStep, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }
}

@Resolver(() => InspectedUnit)
export class InspectedUnitResolver {
  @FieldResolver(() => [InspectionSample], { description: 'The samples of its dossiers, oldest first.' })
  async samples(@Root() { row }: InspectedUnit, @Ctx() ctx: Context): Promise<InspectionSample[]> {
    const samples = await samplesOfInspection(ctx, row.inspectionId);
    return samples
      .filter(({ unitId }) => unitId === row.unitId)
      .map((sample) => {
        const { id, list, scope, from, to, size, frameSize, frameSha256, knownAt, seed, reason, by } = sample;
        const facts = { id, list, scope, from, to, size, frameSize, frameSha256, knownAt, seed, reason, by };
        return { ...facts, replaced: sample.replacedBy !== null, row: sample };
      });
  }

  @FieldResolver(() => [InspectionMinutes], { description: 'Its minutes, the latest first.' })
  async minutes(@Root() { row }: InspectedUnit, @Ctx() ctx: Context): Promise<InspectionMinutes[]> {
    const papers = await papersOfInspection(ctx, row.inspectionId);
    return papers
      .filter(({ unitId }) => unitId === row.unitId)
      .map((paper) => {
        const { reference, figure, sha256, at, by, content } = paper;
        return { reference, figure, sha256, madeAt: at, by, draft: content.isDraft, row: paper };
      });
  }
}

@Resolver(() => InspectionSample)
export class InspectionSampleResolver {
  @FieldResolver(() => [DrawnDossier], { description: 'The dossiers that it drew, in the order of the draw.' })
  drawn(@Root() { id }: InspectionSample, @Ctx() ctx: Context): Promise<DrawnDossier[]> {
    return drawnOfSample(ctx, id);
  }

  @FieldResolver(() => Indicator, { nullable: true, description: 'The indicator whose dossiers it is about.' })
  async indicator(@Root() { row }: InspectionSample, @Ctx() ctx: Context): Promise<Indicator | null> {
    return (await allIndicators(ctx)).find(({ id }) => id === row.indicatorId) ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Drawn again from the list as it was known then it is the same to the last dossier; null for who may not read these dossiers, and before there is a seed.',
  })
  holds(@Root() { row }: InspectionSample, @Ctx() ctx: Context): Promise<boolean | null> {
    return sampleHolds(ctx, row);
  }
}
