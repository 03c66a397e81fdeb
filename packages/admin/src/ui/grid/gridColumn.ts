import type { Component } from 'vue';
import type { NamedRow, TableColumn } from './planPasteTable.ts';

/** What came of reading a text for a cell: its value (null empties the cell), or why it is not taken. */
export type Reading = { readonly value: number | null } | { readonly problem: string };

/** How a column is typed into. Values are whole numbers in the column's own smallest unit. */
export interface GridEdit<Row> {
  /** What stands in the cell now; null where it is empty. */
  readonly value: (row: Row) => number | null;
  /** A value as the editor shows it. */
  readonly write: (value: number | null) => string;
  /** Reads what was typed or pasted. */
  readonly read: (text: string, row: Row) => Reading;
  /** Why this row's cell cannot be changed; null where it can. */
  readonly refusal: (row: Row) => string | null;
  /** What the keyboard of a phone shows; `decimal` unless given. */
  readonly inputmode?: 'decimal' | 'numeric' | 'text';
}

/**
 * A column of a `SpreadGrid`. `text` is what a cell says, to those who see it, to screen readers and to the clipboard
 * (`copy` where that should differ); `cell` draws it otherwise and gets `row`. All are called while rendering, so a cell
 * follows whatever reactive state they read.
 */
export interface GridColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** What the header means, where it is short. */
  readonly hint?: string;
  /** In pixels; a column without one takes what is left, at least `minWidth`. */
  readonly width?: number;
  readonly minWidth?: number;
  readonly align?: 'end' | 'center';
  /** Stays in sight at the left, and names the row. At most one, the first. */
  readonly names?: boolean;
  /** A colour for the header that tells the column from the others. */
  readonly tone?: 'strong' | 'ghost';
  readonly text: (row: Row) => string;
  readonly copy?: (row: Row) => string;
  readonly cell?: Component;
  /** Added up in the status bar with columns of the same `unit`; a null counts for nothing. */
  readonly measure?: { readonly unit: string; readonly value: (row: Row) => number | null };
  readonly edit?: GridEdit<Row>;
  /** Of the column of names: finds a row by a name as people write it; by what the cells say unless given. */
  readonly find?: (name: string) => NamedRow | null;
  /** What a press on the header does to the order of the rows; without it it selects the column. */
  readonly sort?: GridSort;
  /** How the column's values are found in a whole table that is pasted; without it they follow the names. */
  readonly table?: TableColumn;
  /** What Enter, Space or a double press does to the selected rows, where the column is not typed into. */
  readonly act?: (rows: readonly Row[]) => void;
  /** A state of the cell, beside its text: being saved, refused. Read out after the text. */
  readonly note?: (row: Row) => GridNote | null;
  /** Who else stands on the cell right now: it is outlined, with their names. */
  readonly others?: (row: Row) => GridOthers | null;
}

/** An order of the rows that a column's header stands for. */
export interface GridSort {
  /** Whether the rows are in it now. */
  readonly active: boolean;
  /** Whether the largest comes first. */
  readonly descending: boolean;
  readonly press: () => void;
}

/** A small mark in a cell and what it means. */
export interface GridNote {
  readonly kind: 'busy' | 'done' | 'failed' | 'changed' | 'warned';
  readonly text: string;
}

/** Who else stands on a cell: the names, and the sentence that is read out. */
export interface GridOthers {
  readonly names: string;
  readonly text: string;
}

/** One cell that is to get another value, by the keys of its row and column. */
export interface GridChange {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
}

/** What one did to change cells. */
export type GridDeed = 'type' | 'paste' | 'fill' | 'clear';
