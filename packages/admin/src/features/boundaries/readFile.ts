import { drawAreas, type Drawing } from '@chi-tieu/shared/domain/boundaries/drawing';
import { readGeoJson, type GeoJsonProblem } from '@chi-tieu/shared/domain/boundaries/geojson';
import { matchUnits, type DrawnUnit } from '@chi-tieu/shared/domain/boundaries/match-units';

/** What became of a file that somebody chose. */
export interface Drawn {
  name: string;
  drawing: Drawing;
  areas: number;
  /** How many features of the file are no areas, and are not drawn. */
  passed: number;
  /** By which property its areas name units. */
  by: string;
  strange: string[];
}

export type FileProblem = GeoJsonProblem | 'NO_UNITS' | 'TOO_LARGE';

const LARGEST_BYTES = 60_000_000;

/** Reads a file of boundaries and draws the units in it; nothing leaves this computer. */
export async function drawFile(file: File, units: readonly DrawnUnit[]): Promise<Drawn | { problem: FileProblem }> {
  if (file.size > LARGEST_BYTES) return { problem: 'TOO_LARGE' };
  const read = readGeoJson(await file.text());
  if ('problem' in read) return read;
  const { areas, passed } = read;
  const { found, by, strange } = matchUnits(areas, units);
  const drawing = drawAreas(found);
  if (by === null || drawing === null || drawing.shapes.length === 0) return { problem: 'NO_UNITS' };
  return { name: file.name, drawing, areas: areas.length, passed, by, strange };
}
