import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connect, isNumberKey, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { findProcedure, procedureById } from '../../catalogue/procedures.service.ts';
import { YearEffect } from '../../rates/effect.types.ts';
import { effectsByYear } from '../../rates/foreseen.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import { today } from '../../units/units.service.ts';
import { bookedIn, lastOf } from '../receipts/booked.queries.ts';
import { problemText } from '../ingest/problem-texts.ts';
import { causeId } from './cause-key.ts';
import type { CauseCursor, CauseRow } from './causes.queries.ts';
import { listCauses, namesFor, suggestionsFor } from './causes.service.ts';
import { waysToMend } from './decision.service.ts';
import {
  CauseDecisionInput,
  CauseMend,
  CauseMendConnection,
  CauseSuggestion,
  ForeseenMend,
  QuarantineCause,
  QuarantineCauseConnection,
} from './desk.types.ts';
import { discardCause } from './discard-cause.service.ts';
import { groundText } from './ground-texts.ts';
import { continueMend, findMend, foreseeMend, mendCause, mendReader, stopMend } from './mend-cause.service.ts';
import { countMends, listMends, momentsOfMend, type MendRow } from './mends.queries.ts';
import { undoMend } from './undo-mend.service.ts';

/** Units of a cause that are told by name; of more only how many. */
const MOST_UNITS = 5;

const CAUSE = "A cause's id.";
const MEND = "A decision's id.";

function isCauseCursor(key: unknown): key is CauseCursor {
  const types = ['number', 'boolean', 'string', 'string', 'string'];
  return Array.isArray(key) && key.length === types.length && types.every((type, at) => typeof key[at] === type);
}

function showCause(row: CauseRow, ctx: Context): QuarantineCause {
  const { ofCatalogue, problem, field, text, count, batches, firstAt, lastAt, example } = row;
  const facts = { ofCatalogue, problem, field, text, count, batches, firstAt, lastAt, example };
  const message = problemText(problem, ctx.locale);
  return { ...facts, id: causeId(row), message, ways: waysToMend(row), unitCount: row.unitIds.length, row };
}

function showMend(row: MendRow, ctx: Context): CauseMend {
  const { id, how, state, field, text, value, reason, remembers, total, done, good, at, by, left } = row;
  const undoable = state !== 'UNDONE' && (!row.ofCatalogue || how === 'DISCARD');
  const message = problemText(row.problem, ctx.locale);
  return {
    id,
    how,
    state,
    message,
    field,
    text,
    value,
    reason,
    remembers,
    total,
    tried: done,
    good,
    at,
    by,
    undoable,
    left,
    row,
  };
}

@Resolver(() => QuarantineCause)
export class QuarantineCauseResolver {
  @Query(() => QuarantineCauseConnection, {
    description: 'What the rows in quarantine have in common, those causes with most rows first.',
  })
  async quarantineCauses(
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<QuarantineCause>> {
    const found = await listCauses(ctx, readPage(first, after, isCauseCursor));
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showCause(node, ctx) }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => [String], {
    description: 'What the rows call their unit, most frequent first; at most three names.',
  })
  names(@Root() cause: QuarantineCause, @Ctx() ctx: Context): Promise<string[]> {
    return namesFor(ctx, cause);
  }

  @FieldResolver(() => [Unit], { description: 'The first five units that the rows belong to or were sent for.' })
  async units(@Root() cause: QuarantineCause, @Ctx() ctx: Context): Promise<Unit[]> {
    const some = cause.row.unitIds.slice(0, MOST_UNITS);
    const units = await Promise.all(some.map((id) => unitAsKnown(ctx, id, today(ctx))));
    return units.filter((unit) => unit !== null);
  }

  @FieldResolver(() => [CauseSuggestion], { description: 'What may be meant, the likeliest first; at most three.' })
  suggestions(@Root() cause: QuarantineCause, @Ctx() ctx: Context): Promise<CauseSuggestion[]> {
    return suggestionsFor(ctx, cause).then((found) =>
      found.map(({ grounds, ...rest }) => ({
        ...rest,
        grounds: grounds.map((ground) => ({ kind: ground.kind, sentence: groundText(ground, ctx.locale) })),
      })),
    );
  }

  @Mutation(() => ForeseenMend, {
    description:
      'Tells what `mendCause` would come to: how many rows would be good, what figures move. Changes nothing.',
  })
  foreseeMend(
    @Arg('cause', () => ID, { description: CAUSE }) cause: string,
    @Arg('by', () => CauseDecisionInput, { description: 'What is decided.' }) by: CauseDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<ForeseenMend> {
    return foreseeMend(ctx, cause, by).then(({ done, ...rest }) => ({ ...rest, tried: done }));
  }

  @Mutation(() => CauseMend, {
    description:
      'Decides of all rows of a cause at once and tries them again, at most ten thousand; `continueMend` goes on with more.',
  })
  async mendCause(
    @Arg('cause', () => ID, { description: CAUSE }) cause: string,
    @Arg('by', () => CauseDecisionInput, { description: 'What is decided.' }) by: CauseDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<CauseMend> {
    return showMend(await mendCause(ctx, cause, by), ctx);
  }

  @Mutation(() => CauseMend, { description: 'Puts all rows of a cause aside that nobody will mend, and says why.' })
  async discardCause(
    @Arg('cause', () => ID, { description: CAUSE }) cause: string,
    @Arg('reason', () => String, {
      description: 'Why: at most 2,000 characters, without numbers of citizens and codes of dossiers.',
    })
    reason: string,
    @Ctx() ctx: Context,
  ): Promise<CauseMend> {
    return showMend(await discardCause(ctx, cause, reason), ctx);
  }
}

@Resolver(() => ForeseenMend)
export class ForeseenMendResolver {
  @FieldResolver(() => [YearEffect], {
    description:
      'What the rows that were tried would do to the figures, by indicator and year in which they do anything.',
  })
  effects(@Root() foreseen: ForeseenMend, @Ctx() ctx: Context): Promise<YearEffect[]> {
    return effectsByYear(ctx, foreseen.deltas, 'BEFORE');
  }
}

@Resolver(() => CauseSuggestion)
export class CauseSuggestionResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit whose identifier it may be.' })
  unit(@Root() { unitId, on }: CauseSuggestion, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return unitId === null ? null : unitAsKnown(ctx, unitId, on ?? today(ctx));
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that may be meant.' })
  procedure(@Root() { procedureCode }: CauseSuggestion, @Ctx() ctx: Context): Promise<Procedure | null> | null {
    return procedureCode === null ? null : findProcedure(ctx, procedureCode);
  }
}

@Resolver(() => CauseMend)
export class CauseMendResolver {
  @Query(() => CauseMendConnection, { description: 'Decisions about causes, newest first.' })
  async causeMends(
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<CauseMend>> {
    const page = readPage(first, after, isNumberKey);
    const who = await mendReader(ctx);
    const rows = await listMends(ctx.read, ctx.provinceId, who, page);
    const found = connect(
      rows,
      page,
      ({ recordedBy }) => recordedBy,
      () => countMends(ctx.read, ctx.provinceId, who),
    );
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showMend(node, ctx) }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => CauseMend, { nullable: true, description: 'One decision, and how far it has come.' })
  async causeMend(
    @Arg('id', () => ID, { description: MEND }) id: string,
    @Ctx() ctx: Context,
  ): Promise<CauseMend | null> {
    const found = await findMend(ctx, id);
    return found && showMend(found, ctx);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit whose identifier it is.' })
  unit(@Root() { row }: CauseMend, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.namedId === null ? null : unitAsKnown(ctx, row.namedId, today(ctx));
  }

  @FieldResolver(() => Procedure, { nullable: true, description: 'The procedure that is meant.' })
  procedure(@Root() { row }: CauseMend, @Ctx() ctx: Context): Promise<Procedure | null> | null {
    return row.procedureId === null ? null : procedureById(ctx, row.procedureId);
  }

  @FieldResolver(() => [YearEffect], {
    description:
      'What it did to the figures, by indicator and year: as they were known right after its last rows, and without what it did; also of one that was taken back since.',
  })
  async effects(@Root() { row }: CauseMend, @Ctx() ctx: Context): Promise<YearEffect[]> {
    const moments = await momentsOfMend(ctx.read, row.id);
    const after = await lastOf(ctx.read, moments);
    return effectsByYear(ctx, await bookedIn(ctx.read, ctx.provinceId, moments), { after });
  }

  @Mutation(() => CauseMend, {
    description: 'Tries the next ten thousand rows of a decision; nothing where it is done.',
  })
  async continueMend(@Arg('id', () => ID, { description: MEND }) id: string, @Ctx() ctx: Context): Promise<CauseMend> {
    return showMend(await continueMend(ctx, id), ctx);
  }

  @Mutation(() => CauseMend, { description: 'Tries no more rows of a decision for now; what was tried stays.' })
  async stopMend(@Arg('id', () => ID, { description: MEND }) id: string, @Ctx() ctx: Context): Promise<CauseMend> {
    return showMend(await stopMend(ctx, id), ctx);
  }

  @Mutation(() => CauseMend, {
    description:
      'Takes a decision back as one step: what it made is gone or what it was before, its rows wait again; what changed since by other ways stays.',
  })
  async undoMend(@Arg('id', () => ID, { description: MEND }) id: string, @Ctx() ctx: Context): Promise<CauseMend> {
    return showMend(await undoMend(ctx, id), ctx);
  }
}
