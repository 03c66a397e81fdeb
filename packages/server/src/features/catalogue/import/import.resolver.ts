import { blocks } from '@chi-tieu/shared/domain/import/problem';
import { columnLetter } from '@chi-tieu/shared/domain/import/cell';
import type { StatusCounts } from '@chi-tieu/shared/domain/import/check-rows';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { Locale } from '../../../app/locale.ts';
import { YearEffect } from '../../rates/effect.types.ts';
import type { YearDelta } from '../../rates/foreseen.queries.ts';
import { effectsByYear } from '../../rates/foreseen.service.ts';
import { applyImport, previewImport, type Tried } from './apply-import.service.ts';
import { dropImport, dropImportRows, mapImportColumns, mendImportCells, undoImport } from './change-import.service.ts';
import { ImportFilter } from './import-enums.ts';
import {
  CatalogueImport,
  CatalogueImportConnection,
  ImportColumn,
  ImportHeadRow,
  ImportMappingInput,
  ImportMendInput,
  ImportPreview,
  ImportRow,
  ImportRowConnection,
  ImportSummary,
  ImportTable,
} from './import.types.ts';
import type { ImportRecord } from './imports.queries.ts';
import type { JudgedRow } from './judge-import.service.ts';
import { problemText } from './problem-sentences.ts';
import {
  findImport,
  headOfTable,
  listImports,
  pageOfRows,
  requireImport,
  rowsJudged,
  samplesOf,
  summaryOf,
} from './show-import.service.ts';

function showCounts({ NEW: created, CHANGED: updated, UNCHANGED: unchanged, REJECTED: rejected }: StatusCounts) {
  return { received: created + updated + unchanged + rejected, created, updated, unchanged, rejected };
}

function showRow({ row, code, status, isLeftOut, cells, problems, changes }: JudgedRow, locale: Locale): ImportRow {
  return {
    row,
    code,
    status,
    isLeftOut,
    differences: changes,
    cells: cells.map(({ field, column, cell, asRead, isMended }) => ({
      field,
      column,
      text: cell.text,
      asRead,
      isMended,
    })),
    problems: problems.map((problem) => ({
      code: problem.code,
      field: problem.field,
      message: problemText(problem, locale),
      suggestion: problem.suggestion ?? null,
      blocks: blocks(problem),
    })),
  };
}

@Resolver(() => CatalogueImport)
export class CatalogueImportResolver {
  @Query(() => CatalogueImport, { nullable: true, description: 'One import by its id; null when there is none.' })
  catalogueImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ImportRecord | null> {
    return findImport(ctx, id);
  }

  @Query(() => CatalogueImportConnection, {
    description: 'Imports of the last month but those given up, newest first.',
  })
  catalogueImports(
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ImportRecord>> {
    return listImports(ctx, readPage(first, after, isNumberKey));
  }

  @Query(() => ImportRowConnection, {
    description: 'The rows of an import under its header, in the order of the file.',
  })
  async importRows(
    @Arg('id', () => ID) id: string,
    @Arg('only', () => ImportFilter, { nullable: true }) only: ImportFilter | null,
    @Arg('rows', () => [Int], { nullable: true, description: 'These alone, by their numbers; at most 500.' })
    rows: number[] | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ImportRow>> {
    const record = await requireImport(ctx, id);
    const found = await pageOfRows(
      ctx,
      record,
      { only: only ?? null, rows: rows ?? null },
      readPage(first, after, isNumberKey),
    );
    return mapNodes(found, (row) => showRow(row, ctx.locale));
  }

  @Mutation(() => CatalogueImport, {
    description:
      'Chooses sheet, header and what each column means. The choice is remembered for headers of the same words.',
  })
  async mapImportColumns(
    @Arg('id', () => ID) id: string,
    @Arg('mapping', () => ImportMappingInput) mapping: ImportMappingInput,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<ImportRecord> {
    await mapImportColumns(ctx, id, mapping, expectedVersion ?? null);
    return requireImport(ctx, id);
  }

  @Mutation(() => CatalogueImport, { description: 'Writes cells anew, at most 5,000; the rows are checked again.' })
  async mendImportCells(
    @Arg('id', () => ID) id: string,
    @Arg('cells', () => [ImportMendInput]) cells: ImportMendInput[],
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<ImportRecord> {
    await mendImportCells(ctx, id, cells, expectedVersion ?? null);
    return requireImport(ctx, id);
  }

  @Mutation(() => CatalogueImport, { description: 'Leaves rows out, or takes them in again; they count as rejected.' })
  async dropImportRows(
    @Arg('id', () => ID) id: string,
    @Arg('rows', () => [Int]) rows: number[],
    @Arg('leftOut', () => Boolean, { nullable: true, description: 'True unless told.' }) leftOut: boolean | null,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<ImportRecord> {
    await dropImportRows(ctx, id, rows, leftOut ?? true, expectedVersion ?? null);
    return requireImport(ctx, id);
  }

  @Mutation(() => CatalogueImport, {
    description: 'Tries the import and keeps nothing of it; `preview` tells what it would do.',
  })
  async previewImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ImportRecord> {
    await previewImport(ctx, id);
    return requireImport(ctx, id);
  }

  @Mutation(() => CatalogueImport, {
    description:
      'Takes the import into the catalogue, all good rows or nothing. CONFLICT where it was changed, or where procedures were changed since it was tried: `extensions.fields` names them as rows.N.',
  })
  async applyImport(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<ImportRecord> {
    await applyImport(ctx, id, expectedVersion);
    return requireImport(ctx, id);
  }

  @Mutation(() => CatalogueImport, {
    description:
      'Takes back what an import brought, as one step; CONFLICT where it brought nothing, or something later stands on it.',
  })
  async undoImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ImportRecord> {
    await undoImport(ctx, id);
    return requireImport(ctx, id);
  }

  @Mutation(() => Boolean, { description: 'Gives an import up: what was read is taken away.' })
  async dropImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    await dropImport(ctx, id);
    return true;
  }

  @FieldResolver(() => [ImportTable], { description: 'The tables of the file.' })
  tables(@Root() { tables }: ImportRecord): ImportTable[] {
    return tables.map(({ name, isHidden, rows }, number) => ({ number, name, isHidden, rows }));
  }

  @FieldResolver(() => [ImportColumn], { description: 'The columns of the chosen table.' })
  async columns(@Root() record: ImportRecord, @Ctx() ctx: Context): Promise<ImportColumn[]> {
    const samples = await samplesOf(ctx, record);
    return record.columns.map((known, column) => ({
      ...known,
      column,
      letter: columnLetter(column),
      samples: samples[column] ?? [],
    }));
  }

  @FieldResolver(() => [ImportHeadRow], { description: 'The first rows of the chosen table, titles and header too.' })
  head(@Root() record: ImportRecord, @Ctx() ctx: Context): Promise<ImportHeadRow[]> {
    return headOfTable(ctx, record);
  }

  @FieldResolver(() => ImportSummary, { description: 'What is to be said of all rows together.' })
  async summary(@Root() record: ImportRecord, @Ctx() ctx: Context): Promise<ImportSummary> {
    const { counts, ...summary } = summaryOf(await rowsJudged(ctx, record));
    return { ...summary, counts: showCounts(counts) };
  }

  @FieldResolver(() => ImportPreview, {
    nullable: true,
    description: 'What came of trying it last; null: it was not tried.',
  })
  preview(@Root() record: ImportRecord): ShownPreview | null {
    if (record.tried === null || record.triedVersion === null) return null;
    const { counts, deltas } = record.tried as Tried;
    const isTaken = record.state === 'APPLIED';
    return { counts: showCounts(counts), isStale: record.triedVersion !== record.version, deltas, isTaken };
  }
}

/** A preview with what its effects are told from. */
interface ShownPreview extends ImportPreview {
  deltas: YearDelta[];
  isTaken: boolean;
}

@Resolver(() => ImportPreview)
export class ImportPreviewResolver {
  @FieldResolver(() => [YearEffect], {
    description: 'What it does to the figures, by indicators and years; empty: nothing.',
  })
  effects(@Root() { deltas, isTaken }: ShownPreview, @Ctx() ctx: Context): Promise<YearEffect[]> {
    return effectsByYear(ctx, deltas, isTaken ? { after: null } : 'BEFORE');
  }
}
