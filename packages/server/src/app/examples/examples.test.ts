import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIndexSets } from '../../features/seed/base-index-sets.service.ts';
import { readBaseData } from '../../features/seed/base-data.ts';
import { readProcedures } from '../../features/seed/demo-data.ts';
import { buildProductSchema } from '../schema.ts';
import { ARGUMENT_WORDS } from './argument-words.ts';
import { BY_NAME, BY_SCALAR } from './by-name.ts';
import { BY_PLACE } from './by-place.ts';
import { argumentsOf, exampleOf, placesOf, shown, type Place } from './examples.ts';

const COMMITTED = new URL('../../../../shared/schema.graphql', import.meta.url);

let schema: GraphQLSchema;
let places: Place[];
beforeAll(async () => {
  schema = await buildProductSchema();
  places = placesOf(schema);
});

/** A sentence for each place of which nothing is said: what whoever adds a field has to do. */
function without(of: GraphQLSchema): string[] {
  return placesOf(of)
    .filter((place) => exampleOf(place) === undefined)
    .map(
      ({ path, name }) =>
        `${path} has no example: say one for '${name}' in app/examples/by-name.ts, or for '${path}' in the file of its feature.`,
    );
}

const values = (place: Place): unknown[] => {
  const example = exampleOf(place);
  return Array.isArray(example) ? example : [example];
};

const unread = ({ path, scalar }: Place, value: unknown): string[] => {
  try {
    scalar.parseValue(value);
    return [];
  } catch (error) {
    return [`${path}: ${String(error)}`];
  }
};

/** What an ID may look like; which of them it is follows from where it stands. */
const SHAPES = [
  /^[1-6]\.\d{6}$/,
  /^(19|\d{3}|\d{5}|19-[A-Z]+)$/,
  /^QD\d+$/,
  /^[A-Z]+(_[A-Z0-9]+)+$/,
  /^[1-9]\d*$/,
  /^REMINDER_ANSWERED:\d+$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{64}$/,
  /^000\.\d{2}\.\d{3}\.H55-\d{6}-\d{4}$/,
  /^H55\.\d+\.\d+-\d{6}-\d{4}$/,
  /^PROCEDURE:2\.000815$/,
  /^W2ZhbHNl[\w-]+$/,
  /^\d+-\d{4}-[0-9A-Z]{10}$/,
];

describe('the examples', () => {
  it('say one for every scalar field, argument and input field', () => {
    expect(without(schema)).toEqual([]);
    expect(places.length).toBeGreaterThan(700);
  });

  it('stand in the contract, where a reader finds them', () => {
    const committed = placesOf(buildSchema(readFileSync(COMMITTED, 'utf8')));
    const silent = committed.filter((place) => {
      const example = exampleOf(place);
      return example === undefined || !place.described.description?.includes(shown(example));
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('stand behind words, of arguments too', () => {
    const all = argumentsOf(buildSchema(readFileSync(COMMITTED, 'utf8')));
    const silent = all.filter(({ argument }) => !/^(?!Example: )./.test(argument.description ?? ''));
    expect(
      silent.map(({ path }) => `${path} is not described, nor its name in app/examples/argument-words.ts`),
    ).toEqual([]);
    const known = new Set(all.flatMap(({ path, argument }) => [path, argument.name]));
    expect(Object.keys(ARGUMENT_WORDS).filter((name) => !known.has(name))).toEqual([]);
  });

  it('are missed by a sentence that tells where to say one', () => {
    const grown = buildSchema('type Query { colour: String, colourOn: Date, isRed: Boolean } scalar Date');
    expect(without(grown)).toEqual([
      "Query.colour has no example: say one for 'colour: String' in app/examples/by-name.ts, or for 'Query.colour' in the file of its feature.",
    ]);
  });

  it('belong to what is there', () => {
    const paths = new Set(places.map(({ path }) => path));
    expect(Object.keys(BY_PLACE).filter((path) => !paths.has(path))).toEqual([]);
    const fallen = places.filter(({ path }) => !(path in BY_PLACE));
    const names = new Set(fallen.map(({ name }) => name));
    expect(Object.keys(BY_NAME).filter((name) => !names.has(name))).toEqual([]);
    const scalars = new Set(fallen.filter(({ name }) => !(name in BY_NAME)).map(({ scalar }) => scalar.name));
    expect(Object.keys(BY_SCALAR).filter((name) => !scalars.has(name))).toEqual([]);
  });

  it('are read by their scalars, lists as lists', () => {
    expect(places.flatMap((place) => values(place).flatMap((value) => unread(place, value)))).toEqual([]);
    const other = places.filter((place) => Array.isArray(exampleOf(place)) !== place.isList);
    expect(other.map(({ path }) => path)).toEqual([]);
  });

  it('would not be read where they are of another kind', () => {
    const place = (path: string) => places.find((one) => one.path === path) as Place;
    expect(unread(place('Decision.issuedOn'), '19/02/2021')).toHaveLength(1);
    expect(unread(place('Query.procedure(knownAt)'), '2022-12-31')).toHaveLength(1);
    expect(unread(place('Decision.version'), 'three')).toHaveLength(1);
    expect(unread(place('Target.percent'), 54.999)).toHaveLength(1);
  });

  it('of IDs have the shape of ids and codes', () => {
    const ids = places.filter(({ scalar }) => scalar.name === 'ID');
    const odd = ids.filter((place) => values(place).some((id) => !SHAPES.some((shape) => shape.test(String(id)))));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('name procedures, units, lists and indicators that there are', () => {
    const { units, serviceLists, indicators } = readBaseData();
    const known = new Set(readProcedures().map(({ code }) => code));
    const texts = places.flatMap((place) => values(place).map(String));
    const codes = texts.flatMap((text) => text.match(/\b[1-6]\.\d{6}\b/g) ?? []);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    const strange = (rows: Iterable<{ code: string }>, ...where: string[]) => {
      const there = new Set([...rows].map(({ code }) => code));
      const named = places.filter(({ path, name }) => where.includes(path) || where.includes(name));
      return named.filter((place) => !values(place).every((code) => there.has(String(code)))).map(({ path }) => path);
    };
    const unit = ['Unit.code', 'UnitVersion.code', 'CodeSuggestion.code', 'Query.unit(code)'];
    expect(strange(units, ...unit, 'unit: ID', 'units: ID', 'under: ID', 'issuer: ID')).toEqual([]);
    const list = ['ServiceList.code', 'Query.serviceList(code)'];
    expect(strange(serviceLists, ...list, 'list: ID')).toEqual([]);
    const indicator = ['Indicator.code', 'Query.indicator(code)'];
    expect(strange(indicators, ...indicator, 'indicator: ID')).toEqual([]);
    const dossier = [
      'Dossier.code',
      'ChangedDossier.code',
      'DossierExplanation.code',
      'Query.dossierExplanation(code)',
      'DossierRecord.code',
      'DossierStepInput.code',
      'LikelyDossier.code',
      'DrawnDossier.code',
      'Query.dossier(code)',
      'Mutation.deleteDossier(code)',
      'Mutation.restoreDossier(code)',
      'Mutation.splitDossier(code)',
    ];
    const set = [
      'IndexSet.code',
      'Mutation.saveIndexSet(code)',
      'Query.tryIndexSet(code)',
      'Query.indexScores(set)',
      'Query.indexSetVersions(set)',
    ];
    expect(strange(readIndexSets(), ...set)).toEqual([]);
    const others = [...unit, ...list, ...indicator, ...dossier, ...set];
    const rest = places.filter(({ path, name }) => name === 'code: ID' && !others.includes(path));
    const procedures = rest.map(({ path }) => path);
    expect(procedures.length).toBeGreaterThan(5);
    expect(strange(readProcedures(), ...procedures, 'procedure: ID', 'codes: ID', 'replacedBy: ID')).toEqual([]);
  });
});
