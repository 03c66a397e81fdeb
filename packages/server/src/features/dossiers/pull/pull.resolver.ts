import { breakerState } from '@chi-tieu/shared/domain/breaker';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { errorText } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { IngestBatch } from '../dossiers.types.ts';
import { receiptById } from '../ingest/batches.service.ts';
import { DossierSource } from '../sources/sources.types.ts';
import type { SourceRow } from '../sources/sources.queries.ts';
import { replaySource, runSource, setSourcePull, stopSource } from './pull-settings.service.ts';
import { filesOf, isBeingRead, pullRow, type PullRow } from './pull.queries.ts';
import { PullState, RefusedFile, SourcePull, SourcePullInput, SourceRun } from './pull.types.ts';
import { runText } from './run-texts.ts';
import { batchesOfRuns, lastRuns, openRun, type RunRow } from './runs.queries.ts';

const MOST_RUNS = 50;
const MOST_RECEIPTS = 50;
const MOST_FILES = 50;

@Resolver(() => DossierSource)
export class FetchedSourceResolver {
  @FieldResolver(() => SourcePull, {
    nullable: true,
    description: 'How it is fetched from, and how that stands; null where it sends itself.',
  })
  async pull(@Root() { id }: SourceRow, @Ctx() ctx: Context): Promise<PullRow | null> {
    const row = await pullRow(ctx.read, id);
    return row?.mode === 'PUSH' ? null : row;
  }

  @Mutation(() => DossierSource, {
    description:
      'Says how a source is fetched from; it is read soon afterwards. Another address is read from the beginning.',
  })
  setSourcePull(
    @Arg('source', () => ID) source: string,
    @Arg('input', () => SourcePullInput) input: SourcePullInput,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<SourceRow> {
    return setSourcePull(ctx, source, input, expectedVersion ?? null);
  }

  @Mutation(() => DossierSource, { description: 'Reads a source at once, also while it waits after failures.' })
  runSource(@Arg('source', () => ID) source: string, @Ctx() ctx: Context): Promise<SourceRow> {
    return runSource(ctx, source);
  }

  @Mutation(() => DossierSource, { description: 'Ends the reading that is under way; what was taken stays.' })
  stopSource(@Arg('source', () => ID) source: string, @Ctx() ctx: Context): Promise<SourceRow> {
    return stopSource(ctx, source);
  }

  @Mutation(() => DossierSource, {
    description: 'Reads a source again from a day on, or all of it; what is as it was changes nothing.',
  })
  replaySource(
    @Arg('source', () => ID) source: string,
    @Arg('from', () => DateScalar, { nullable: true }) from: string | null,
    @Ctx() ctx: Context,
  ): Promise<SourceRow> {
    return replaySource(ctx, source, from ?? null);
  }
}

@Resolver(() => SourcePull)
export class SourcePullResolver {
  @FieldResolver(() => PullState, { description: 'How it stands.' })
  async state(@Root() { id, nextAt, failures }: PullRow, @Ctx() ctx: Context): Promise<PullState> {
    if (await isBeingRead(ctx.read, id)) return 'READING';
    if (nextAt !== null && nextAt <= new Date()) return 'DUE';
    const breaker = breakerState({ failures, until: nextAt }, new Date());
    return breaker === 'OPEN' || breaker === 'WAITING' ? breaker : 'IDLE';
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The day from which on it is read at first.' })
  from(@Root() { settings }: PullRow): string | null {
    return settings.from ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'So many dossiers a page.' })
  pageSize(@Root() { settings }: PullRow): number | null {
    return settings.pageSize ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'So many minutes are read again.' })
  overlapMinutes(@Root() { settings }: PullRow): number | null {
    return settings.overlapMinutes ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether dossiers that a reading of the whole no longer has are gone.',
  })
  wholeSaysGone(@Root() { settings }: PullRow): boolean {
    return settings.wholeSaysGone ?? false;
  }

  @FieldResolver(() => SourceRun, { nullable: true, description: 'The reading that has not ended.' })
  running(@Root() { id }: PullRow, @Ctx() ctx: Context): Promise<RunRow | null> {
    return openRun(ctx.read, id);
  }

  @FieldResolver(() => [SourceRun], { description: 'Its last readings, newest first; 10 unless told, 50 at most.' })
  runs(
    @Root() { id }: PullRow,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<RunRow[]> {
    return lastRuns(ctx.read, id, Math.min(Math.max(first ?? 10, 0), MOST_RUNS));
  }

  @FieldResolver(() => [RefusedFile], { description: 'Files that could not be read, by name; 50 at most.' })
  async refusedFiles(@Root() { id }: PullRow, @Ctx() ctx: Context): Promise<RefusedFile[]> {
    const files = (await filesOf(ctx.read, id)).filter(({ problem }) => problem !== null);
    return files
      .slice(0, MOST_FILES)
      .map(({ path, problem }) => ({ name: path, problem: errorText(problem as ErrorText, {}, ctx.locale) }));
  }
}

@Resolver(() => SourceRun)
export class SourceRunResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What came of it, in the language of the request.' })
  message(@Root() { result, params }: RunRow, @Ctx() ctx: Context): string | null {
    return result && runText(result, params, ctx.locale);
  }

  @FieldResolver(() => [IngestBatch], { description: 'Its receipts that one may read, the last first; 50 at most.' })
  async receipts(@Root() { id }: RunRow, @Ctx() ctx: Context): Promise<IngestBatch[]> {
    const batches = (await batchesOfRuns(ctx.read, [id])).slice(-MOST_RECEIPTS).reverse();
    const found = await Promise.all(batches.map(({ batchId }) => receiptById(ctx, batchId)));
    return found.filter((batch) => batch !== null);
  }
}
