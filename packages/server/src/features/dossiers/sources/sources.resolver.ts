import type { Day } from '@chi-tieu/shared/domain/days';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { NewToken, Token } from '../../accounts/tokens.types.ts';
import { listTokens } from '../../accounts/tokens.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { IngestBatch } from '../dossiers.types.ts';
import { receiptsOfSource } from '../ingest/batches.service.ts';
import { reached } from '../../accounts/reach.service.ts';
import { setSourceCodes, unknownCodesOf } from './codes.service.ts';
import { freshnessOf } from './freshness.service.ts';
import { codesOf, countWaiting, type SourceRow } from './sources.queries.ts';
import { overruledStatements } from './statements.queries.ts';
import { findSource, listSources, makeSourceToken, removeSource, saveSource } from './sources.service.ts';
import {
  DossierSource,
  DossierSourceInput,
  OverruledStatement,
  PlaceSending,
  SourceCode,
  SourceCodeInput,
  SourceFreshness,
  UnitSending,
  UnknownCode,
} from './sources.types.ts';

const MOST_BATCHES = 100;
const MOST_OVERRULED = 20;

@Resolver(() => DossierSource)
export class DossierSourceResolver {
  @Query(() => [DossierSource], {
    description: 'The systems that dossiers come from, those that are believed most first.',
  })
  dossierSources(@Ctx() ctx: Context): Promise<SourceRow[]> {
    return listSources(ctx);
  }

  @Query(() => DossierSource, { nullable: true, description: 'One of them; null when there is none within reach.' })
  dossierSource(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SourceRow | null> {
    return findSource(ctx, id);
  }

  @Mutation(() => DossierSource, {
    description: 'Sets a source up, with an account of its own that may send for its units alone, or changes one.',
  })
  saveDossierSource(
    @Arg('input', () => DossierSourceInput) input: DossierSourceInput,
    @Ctx() ctx: Context,
  ): Promise<SourceRow> {
    return saveSource(ctx, input);
  }

  @Mutation(() => Boolean, { description: 'Takes a source away: it signs in no more; what it brought stays.' })
  async removeDossierSource(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    await removeSource(ctx, id);
    return true;
  }

  @Mutation(() => DossierSource, { description: 'Replaces what the codes of a source mean here.' })
  setSourceCodes(
    @Arg('source', () => ID) source: string,
    @Arg('codes', () => [SourceCodeInput]) codes: SourceCodeInput[],
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<SourceRow> {
    return setSourceCodes(ctx, source, codes, expectedVersion ?? null);
  }

  @Mutation(() => NewToken, {
    description: 'A token of a source, shown once: `Authorization: Bearer` at /ingest, or its password at /lgsp/login.',
  })
  async makeSourceToken(
    @Arg('source', () => ID) source: string,
    @Arg('expiresOn', () => DateScalar) expiresOn: Day,
    @Ctx() ctx: Context,
  ): Promise<NewToken> {
    const { id, token } = await makeSourceToken(ctx, source, expiresOn);
    return { id: String(id), token };
  }

  @FieldResolver(() => [Unit], { description: 'The units that it speaks for, each with all below it.' })
  async units(@Root() { unitIds }: SourceRow, @Ctx() ctx: Context): Promise<Unit[]> {
    const units = await Promise.all(unitIds.map((id) => unitAsKnown(ctx, id, today(ctx))));
    return units.flatMap((unit) => unit ?? []);
  }

  @FieldResolver(() => [SourceCode], { description: 'What its codes mean here.' })
  codes(@Root() { id }: SourceRow, @Ctx() ctx: Context): Promise<SourceCode[]> {
    return codesOf(ctx.read, [id]);
  }

  @FieldResolver(() => [UnknownCode], {
    description: 'Its codes that nobody knows and for which rows wait in quarantine, the most frequent first.',
  })
  unknownCodes(@Root() source: SourceRow, @Ctx() ctx: Context): Promise<UnknownCode[]> {
    return unknownCodesOf(ctx, source);
  }

  @FieldResolver(() => SourceFreshness, {
    description: 'How fresh and how complete it is on a day, today unless told.',
  })
  freshness(
    @Root() source: SourceRow,
    @Arg('on', () => DateScalar, { nullable: true }) on: Day | null,
    @Ctx() ctx: Context,
  ): Promise<SourceFreshness> {
    return freshnessOf(ctx, source, on ?? null);
  }

  @FieldResolver(() => [IngestBatch], { description: 'Its last batches, newest first; 10 unless told, 100 at most.' })
  batches(
    @Root() { id }: SourceRow,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<IngestBatch[]> {
    return receiptsOfSource(ctx, id, Math.min(Math.max(first ?? 10, 0), MOST_BATCHES));
  }

  @FieldResolver(() => [OverruledStatement], {
    description: 'What it says that another source overrules, the newest first, of dossiers within reach; 20 at most.',
  })
  async overruled(@Root() { id }: SourceRow, @Ctx() ctx: Context): Promise<OverruledStatement[]> {
    await reached(ctx, 'dossier.read');
    return overruledStatements(ctx.read, ctx.provinceId, id, MOST_OVERRULED);
  }

  @FieldResolver(() => Int, { description: 'How many reports of progress wait for their dossiers.' })
  waitingReports(@Root() { id }: SourceRow, @Ctx() ctx: Context): Promise<number> {
    return countWaiting(ctx.figures, ctx.provinceId, id);
  }

  @FieldResolver(() => [Token], { description: 'Its tokens that one may manage.' })
  async tokens(@Root() { accountId }: SourceRow, @Ctx() ctx: Context): Promise<Token[]> {
    const mine = (await listTokens(ctx)).filter((token) => token.accountId === accountId);
    return mine.map((row) => ({ ...row, id: String(row.id), program: String(row.accountId) }));
  }
}

@Resolver(() => SourceCode)
export class SourceCodeResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that is meant.' })
  unit(@Root() { unitId }: SourceCode, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return unitId === null ? null : unitAsKnown(ctx, unitId, today(ctx));
  }
}

@Resolver(() => UnitSending)
export class UnitSendingResolver {
  @FieldResolver(() => Unit, { description: 'The unit, as it is today.' })
  unit(@Root() { unitId }: UnitSending, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, unitId, today(ctx));
  }
}

@Resolver(() => PlaceSending)
export class PlaceSendingResolver {
  @FieldResolver(() => Unit, { description: 'The unit above, as it is today.' })
  unit(@Root() { unitId }: PlaceSending, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, unitId, today(ctx));
  }
}
