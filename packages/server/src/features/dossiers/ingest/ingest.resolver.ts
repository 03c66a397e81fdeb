import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readDossierCode } from '@chi-tieu/shared/domain/dossier-code';
import { GraphQLJSON } from 'graphql-scalars';
import { connect, isNumberKey, mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { BatchKind } from '../../../app/enums.ts';
import {
  IngestBatch,
  IngestBatchConnection,
  IngestResult,
  QuarantineConnection,
  QuarantinedRow,
} from '../dossiers.types.ts';
import { batchOfRow, listReceipts, receiptById } from './batches.service.ts';
import { looseNameTexts, problemText } from './problem-texts.ts';
import { badInput } from '../../../app/errors.ts';
import { causeOf } from '../desk/decision.service.ts';
import type { Merged } from './merge.queries.ts';
import type { QuarantineRow } from './quarantine.queries.ts';
import {
  discardQuarantined,
  discardRowsNamed,
  listQuarantine,
  mendQuarantined,
  retryQuarantined,
} from './quarantine.service.ts';

function show({ loose, ...counts }: Merged, ctx: Context): IngestResult {
  return { ...counts, notes: looseNameTexts(loose, ctx.locale) };
}

@Resolver(() => QuarantinedRow)
export class QuarantineResolver {
  @Query(() => QuarantineConnection, { description: 'Rows that wait to be mended, oldest first.' })
  async quarantine(
    @Arg('batch', () => ID, { nullable: true }) batch: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('cause', () => ID, { nullable: true, description: 'Those of one cause alone.' }) cause: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Those with this code alone, however it is written.' })
    code: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<QuarantinedRow>> {
    const page = readPage(first, after, isNumberKey);
    const codeKey = code ? (readDossierCode(code)?.key ?? code.trim()) : null;
    const which = { batch: batch ?? null, cause: cause ? causeOf(cause) : null, codeKey };
    const found = await listQuarantine(ctx, which, page);
    const show = ({ id, rowNumber, code, field, problem, fields, at, batchId }: QuarantineRow): QuarantinedRow => {
      return { id, row: rowNumber, code, field, message: problemText(problem, ctx.locale), fields, at, batchId };
    };
    return mapNodes(found, show);
  }

  @Mutation(() => IngestResult, {
    description: 'Tries rows in quarantine again, after an alias or a procedure was added.',
  })
  async retryQuarantined(
    @Arg('batch', () => ID, { nullable: true }) batch: string | null,
    @Ctx() ctx: Context,
  ): Promise<IngestResult> {
    return show(await retryQuarantined(ctx, batch ?? null), ctx);
  }

  @Mutation(() => IngestResult, { description: 'Mends one row with the field names of the body, and tries it again.' })
  async mendQuarantined(
    @Arg('id', () => ID) id: string,
    @Arg('fields', () => GraphQLJSON) fields: unknown,
    @Ctx() ctx: Context,
  ): Promise<IngestResult> {
    return show(await mendQuarantined(ctx, id, fields), ctx);
  }

  @Mutation(() => Int, {
    description:
      'Puts rows aside that nobody will mend, those of an import or single ones; how many were still open. For who may mend all of them.',
  })
  discardQuarantined(
    @Arg('batch', () => ID, { nullable: true, description: 'All rows of this import.' }) batch: string | null,
    @Arg('rows', () => [ID], { nullable: true, description: 'Or just these, at most 500.' }) rows: string[] | null,
    @Ctx() ctx: Context,
  ): Promise<number> {
    if (rows && !batch) return discardRowsNamed(ctx, rows);
    if (!batch || rows) throw badInput('batch', 'quarantine.which');
    return discardQuarantined(ctx, batch);
  }

  @FieldResolver(() => IngestBatch, {
    description: 'The import that brought it; of one beyond reach only what it was, without its counts.',
  })
  batch(@Root() row: QuarantinedRow, @Ctx() ctx: Context): Promise<IngestBatch | null> {
    return batchOfRow(ctx, row.batchId);
  }
}

@Resolver(() => IngestBatch)
export class IngestBatchResolver {
  @Query(() => IngestBatchConnection, { description: 'Receipts of imports, newest first.' })
  async ingestBatches(
    @Arg('kind', () => BatchKind, { nullable: true }) kind: BatchKind | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<IngestBatch>> {
    const page = readPage(first, after, isNumberKey);
    const { rows, count } = await listReceipts(ctx, kind ?? null, page);
    return connect(rows, page, (row) => row.recordedBy, count);
  }

  @Query(() => IngestBatch, { nullable: true, description: 'One receipt by its id; null when there is none.' })
  ingestBatch(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<IngestBatch | null> {
    return receiptById(ctx, id);
  }
}
