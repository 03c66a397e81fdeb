import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { YearEffect } from '../../rates/effect.types.ts';
import { effectsByYear } from '../../rates/foreseen.service.ts';
import type { DossierField } from '../../figures/figures.types.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import { statusText } from '../status.service.ts';
import { decideDossier, foreseeStep, type AskedStep } from './identity.service.ts';
import {
  DossierRecord,
  DossierStatement,
  DossierStepInput,
  DossierVersion,
  LikelyDossier,
  TakenCode,
} from './identity.types.ts';
import {
  codeMergedInto,
  codeSplitFrom,
  codesTaken,
  dossierFile,
  dossierFileOf,
  likelySame,
  statementsBeside,
  type ComparedField,
  type DossierFile,
} from './record.service.ts';

const CODE = "The dossier's code, however it is written.";
const REASON = 'Why: at most 2,000 characters, without numbers of citizens and codes of dossiers.';

const FIELDS: Readonly<Record<ComparedField | 'gone', DossierField>> = {
  unitId: 'UNIT',
  procedureId: 'PROCEDURE',
  channel: 'CHANNEL',
  status: 'STATUS',
  receivedAt: 'RECEIVED_AT',
  dueAt: 'DUE_AT',
  finishedAt: 'FINISHED_AT',
  returnedAt: 'RETURNED_AT',
  gone: 'GONE',
};

function showRecord(file: DossierFile, ctx: Context): DossierRecord {
  const versions = file.versions.map(({ changed, stepKey, stepOther, ...row }): DossierVersion => ({
    ...row,
    changed: changed.map((name) => FIELDS[name]),
    stepOther: stepOther === file.key ? stepKey : stepOther,
    statusText: statusText(row.status, ctx.locale),
  }));
  const [stands] = versions;
  return { code: file.code, gone: stands?.gone ?? null, splitFrom: codeSplitFrom(file), versions, file };
}

async function decided(ctx: Context, asked: AskedStep, reason: string): Promise<DossierRecord> {
  return showRecord(await dossierFileOf(ctx, await decideDossier(ctx, asked, reason)), ctx);
}

@Resolver(() => DossierRecord)
export class DossierRecordResolver {
  @Query(() => DossierRecord, {
    nullable: true,
    description: 'One dossier with all its versions and what its sources say of it; null where there is none.',
  })
  async dossier(
    @Arg('code', () => ID, { description: CODE }) code: string,
    @Ctx() ctx: Context,
  ): Promise<DossierRecord | null> {
    const file = await dossierFile(ctx, code);
    return file && showRecord(file, ctx);
  }

  @Mutation(() => DossierRecord, {
    description: 'Takes a dossier out of every figure from now on; it stays, with its versions and the reason.',
  })
  deleteDossier(
    @Arg('code', () => ID, { description: CODE }) code: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<DossierRecord> {
    return decided(ctx, { kind: 'DELETE', code }, reason);
  }

  @Mutation(() => DossierRecord, { description: 'Has a deleted dossier count again.' })
  restoreDossier(
    @Arg('code', () => ID, { description: CODE }) code: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<DossierRecord> {
    return decided(ctx, { kind: 'RESTORE', code }, reason);
  }

  @Mutation(() => DossierRecord, {
    description:
      'Says that two dossiers are one: rows of the first are taken for the second from now on. Returns the second. `splitDossier` takes it back.',
  })
  mergeDossiers(
    @Arg('from', () => ID, { description: 'The code of the dossier that counts no more by itself.' }) from: string,
    @Arg('into', () => ID, { description: 'The code of the dossier that it is.' }) into: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<DossierRecord> {
    return decided(ctx, { kind: 'MERGE', code: from, into }, reason);
  }

  @Mutation(() => DossierRecord, {
    description:
      'Says that one is two: what a source says under a code is a dossier of its own from now on, which is returned; or, without a source, a dossier that was merged is one of its own again. `mergeDossiers` takes it back.',
  })
  splitDossier(
    @Arg('code', () => ID, { description: CODE }) code: string,
    @Arg('source', () => ID, { nullable: true, description: 'The source whose rows are another dossier.' })
    source: string | null,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<DossierRecord> {
    return decided(ctx, { kind: 'SPLIT', code, source }, reason);
  }

  @Mutation(() => [YearEffect], {
    description: 'Tells what a decision would do to the figures, by indicator and year. Changes nothing.',
  })
  async foreseeDossierStep(
    @Arg('input', () => DossierStepInput, { description: 'What would be decided.' }) input: DossierStepInput,
    @Ctx() ctx: Context,
  ): Promise<YearEffect[]> {
    return effectsByYear(ctx, await foreseeStep(ctx, input), 'BEFORE');
  }

  @FieldResolver(() => [DossierStatement], {
    description: 'What each source said last of it, those that are believed most first.',
  })
  async statements(@Root() { file }: DossierRecord, @Ctx() ctx: Context): Promise<DossierStatement[]> {
    const rows = await statementsBeside(ctx, file);
    return rows.map(({ sourceId, gone, rank: _rank, differs, ...row }) => ({
      ...row,
      sourceId: String(sourceId),
      isGone: gone !== null,
      differs: differs.map((name) => FIELDS[name]),
      statusText: statusText(row.status, ctx.locale),
    }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'The code of the dossier that it was merged into.' })
  mergedInto(@Root() { file }: DossierRecord, @Ctx() ctx: Context): Promise<string | null> {
    return codeMergedInto(ctx, file);
  }

  @FieldResolver(() => [TakenCode], { description: 'Other codes whose rows are taken for it.' })
  takenCodes(@Root() { file }: DossierRecord, @Ctx() ctx: Context): Promise<TakenCode[]> {
    return codesTaken(ctx, file);
  }

  @FieldResolver(() => [LikelyDossier], {
    description: 'Dossiers that may be the same one, the likeliest first; at most five.',
  })
  async likelySame(@Root() { file }: DossierRecord, @Ctx() ctx: Context): Promise<LikelyDossier[]> {
    const found = await likelySame(ctx, file);
    return found.map(({ dossier: { code, status, channel, receivedAt }, grounds }) => ({
      ...{ code, channel, receivedAt, grounds },
      statusText: statusText(status, ctx.locale),
    }));
  }
}

@Resolver(() => DossierVersion)
export class DossierVersionResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that received it, as it was that day.' })
  unit(@Root() { unitId, receivedDay }: DossierVersion, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, unitId, receivedDay);
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it asks for.' })
  procedure(@Root() { procedureId }: DossierVersion, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, procedureId);
  }
}

@Resolver(() => DossierStatement)
export class DossierStatementResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it names, as it was that day.' })
  unit(@Root() { unitId, receivedDay }: DossierStatement, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, unitId, receivedDay);
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that it names.' })
  procedure(@Root() { procedureId }: DossierStatement, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, procedureId);
  }
}
