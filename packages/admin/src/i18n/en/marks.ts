import type { Text } from '../text.ts';
import type { marks as vi } from '../vi/marks.ts';

export const marks: Record<keyof typeof vi, Text> = {
  'marks.about':
    'The mark of a month is what the rate from 1 January to its end should be, by the season of the years before. The mark of December is the target itself.',
  'marks.allDropped': { one: '{count} typed mark dropped', other: '{count} typed marks dropped' },
  'marks.chart': 'Marks month by month: {marks}. {year} up to each month: {before}.',
  'marks.confirm': 'Keep',
  'marks.confirmed': 'keep a typed mark',
  'marks.december': 'The mark of December is the target: change it in the table of targets.',
  'marks.drop': 'Drop the typed mark of month {month}',
  'marks.dropAll': 'Drop all typed marks ({count})',
  'marks.dropped': 'drop a typed mark',
  'marks.gridHelp':
    'Arrow keys move, typing a number replaces, F2 edits, Delete drops what was typed, Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down, Ctrl+Z undoes.',
  'marks.gridHint': 'Delete drops what was typed · Ctrl+Z undoes',
  'marks.lastYear': '{year} so far',
  'marks.lastYearOnly': '{year}',
  'marks.mark': 'Mark',
  'marks.month': 'M{month}',
  'marks.monthLong': 'Month {month}',
  'marks.none': 'There is no target yet, so there are no marks.',
  'marks.noneYet': 'No unit has a target yet, so there are no marks. Set targets in the table of targets first.',
  'marks.othersChanged': {
    one: '{count} mark was just changed by somebody else',
    other: '{count} marks were just changed by somebody else',
  },
  'marks.othersChangedDetail': 'The table shows what they typed; yours is not saved.',
  'marks.seasonIssuer': 'by the season of the issuing unit',
  'marks.seasonNone': 'no season: the target itself',
  'marks.seasonOwn': "by the unit's own season",
  'marks.seasonTyped': 'typed',
  'marks.sheet': 'Month marks of the plan of {name}',
  'marks.stale': 'typed for another target: look again',
  'marks.staleShort': 'target changed',
  'marks.takeMine': 'Write mine',
  'marks.typed': 'type the mark of month {month}',
  'marks.whyIssuer':
    'A unit goes by its own season only where the years of it hold {count} dossiers or more; with fewer, every single one makes the marks jump.',
};
