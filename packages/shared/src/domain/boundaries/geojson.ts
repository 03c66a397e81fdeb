/** Where areas lie, as GeoJSON says it (RFC 7946): degrees of longitude and latitude, WGS 84. */

/** Longitude and latitude, in degrees. */
export type Position = readonly [number, number];
/** Positions around an area or a hole in it; the last one is the first. */
export type Ring = readonly Position[];

/** One feature: what it says of itself, and its rings, holes among them. */
export interface Area {
  properties: ReadonlyMap<string, string>;
  rings: readonly Ring[];
}

export type GeoJsonProblem = 'NOT_JSON' | 'NOT_GEOJSON' | 'NO_AREAS' | 'NOT_DEGREES' | 'TOO_MANY';

/** More features than a province has units of all kinds are another file. */
export const MOST_AREAS = 5_000;

/** The areas of a file, and how many of its features are none: points, lines, and what is broken. */
export function readGeoJson(text: string): { areas: Area[]; passed: number } | { problem: GeoJsonProblem } {
  const read = parsed(text);
  if (read === undefined) return { problem: 'NOT_JSON' };
  const features = featuresOf(read);
  if (features === null) return { problem: 'NOT_GEOJSON' };
  if (features.length > MOST_AREAS) return { problem: 'TOO_MANY' };
  const areas = features.flatMap((feature) => areaOf(feature) ?? []);
  if (areas.length === 0) return { problem: 'NO_AREAS' };
  const isDegrees = areas.every(({ rings }) =>
    rings.every((ring) => ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)),
  );
  return isDegrees ? { areas, passed: features.length - areas.length } : { problem: 'NOT_DEGREES' };
}

function parsed(text: string): unknown {
  try {
    // Files of Windows begin with a mark of their encoding.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function featuresOf(read: unknown): Json[] | null {
  if (!isObject(read)) return null;
  if (read['type'] === 'Feature') return [read];
  const { features } = read;
  if (read['type'] !== 'FeatureCollection' || !Array.isArray(features)) return null;
  return features.filter(isObject);
}

function areaOf({ geometry, properties, id }: Json): Area | null {
  const rings = ringsOf(geometry);
  if (rings.length === 0) return null;
  const said = isObject(properties) ? Object.entries(properties) : [];
  const texts = [...said, ['id', id] as const].flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[key, String(value).trim()]] : [],
  );
  return { properties: new Map(texts), rings };
}

function ringsOf(geometry: unknown): Ring[] {
  if (!isObject(geometry)) return [];
  const { type, coordinates, geometries } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) return geometries.flatMap(ringsOf);
  if (!Array.isArray(coordinates)) return [];
  if (type === 'Polygon') return ringsIn(coordinates);
  return type === 'MultiPolygon' ? coordinates.flatMap(ringsIn) : [];
}

function ringsIn(polygon: unknown): Ring[] {
  return Array.isArray(polygon) ? polygon.map(ringOf).filter((ring) => ring !== null) : [];
}

function ringOf(ring: unknown): Ring | null {
  if (!Array.isArray(ring) || ring.length < 4) return null;
  const positions = ring.flatMap((position: unknown): Position[] => {
    if (!Array.isArray(position)) return [];
    const [lon, lat] = position as unknown[];
    return typeof lon === 'number' && typeof lat === 'number' && Number.isFinite(lon + lat) ? [[lon, lat]] : [];
  });
  return positions.length === ring.length ? positions : null;
}
