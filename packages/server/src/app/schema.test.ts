import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { CONTRACT, TAKEN, type Contract } from '../../test/contract.ts';
import { buildProductSchema } from './schema.ts';

const COMMITTED = new URL('../../../shared/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(COMMITTED, 'utf8'));

/** `(code: ID!, on: Date): Unit`, arguments in the order of their names. */
function signature(field: GraphQLField<unknown, unknown>, only: (name: string) => boolean): string {
  const args = field.args.filter((arg) => only(arg.name) || isRequiredArgument(arg));
  return ordered(
    args.map((arg) => `${arg.name}: ${arg.type.toString()}`),
    field.type.toString(),
  );
}

function ordered(args: string[], type: string): string {
  return args.length === 0 ? type : `(${args.sort().join(', ')}): ${type}`;
}

function split(written: string): { args: string[]; type: string } {
  const [, args = '', type = written] = /^\((.*)\): (.*)$/.exec(written) ?? [];
  return { args: args === '' ? [] : args.split(', '), type };
}

/** Everything in which a schema differs from the contract, a line each; with `optional` what is missing altogether is fine. */
function differences(of: GraphQLSchema, contract: Contract, optional = false): string[] {
  return [
    ...contract.scalars.filter((name) => !isScalarType(of.getType(name))).map((name) => `no scalar ${name}`),
    ...enumDifferences(of, contract, optional),
    ...typeDifferences(of, contract, optional),
    ...inputDifferences(of, contract, optional),
  ];
}

function enumDifferences(of: GraphQLSchema, { enums }: Contract, optional: boolean): string[] {
  return Object.entries(enums).flatMap(([name, values]) => {
    const found = of.getType(name);
    if (!isEnumType(found)) return found === undefined && optional ? [] : [`no enum ${name}`];
    const have = found
      .getValues()
      .map((value) => value.name)
      .sort();
    return have.join() === [...values].sort().join() ? [] : [`enum ${name} is ${have.join()}`];
  });
}

function typeDifferences(of: GraphQLSchema, { types }: Contract, optional: boolean): string[] {
  return Object.entries(types).flatMap(([name, fields]) => {
    const found = of.getType(name);
    if (!isObjectType(found)) return found === undefined && optional ? [] : [`no type ${name}`];
    return Object.entries(fields).flatMap(([fieldName, written]) => {
      const field = found.getFields()[fieldName];
      if (!field) return optional ? [] : [`no field ${name}.${fieldName}`];
      const wanted = split(written);
      const names = wanted.args.map((arg) => arg.split(':')[0]);
      const have = signature(field, (arg) => names.includes(arg));
      return have === ordered(wanted.args, wanted.type) ? [] : [`${name}.${fieldName} is ${have}`];
    });
  });
}

function inputDifferences(of: GraphQLSchema, { inputs }: Contract, optional: boolean): string[] {
  return Object.entries(inputs).flatMap(([name, fields]) => {
    const found = of.getType(name);
    if (!isInputObjectType(found)) return found === undefined && optional ? [] : [`no input ${name}`];
    const have = found.getFields();
    const changed = Object.entries(fields).filter(([field, type]) => have[field]?.type.toString() !== type);
    const demanded = Object.values(have).filter((field) => isRequiredInputField(field) && !(field.name in fields));
    return [
      ...changed.map(([field]) => `${name}.${field} is ${have[field]?.type.toString() ?? 'gone'}`),
      ...demanded.map((field) => `${name}.${field.name} is demanded anew`),
    ];
  });
}

const printed = (of: GraphQLSchema) => printSchema(lexicographicSortSchema(of));

function withoutWords(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) return [];
    const own = type.description || ['Query', 'Mutation'].includes(type.name) ? [] : [type.name];
    if (!isObjectType(type) && !isInputObjectType(type)) return own;
    const all: Record<string, { name: string; description?: string | null | undefined }> = type.getFields();
    const fields = Object.values(all).filter((field) => !field.description?.trim());
    return [...own, ...fields.map((field) => `${type.name}.${field.name}`)];
  });
}

/** The arguments of Query.unit, each with what is said of it. */
const UNIT_ARGUMENTS = /(\n {2}unit\()[^)]*\)/;

describe('the schema', () => {
  it('holds every name, argument, type and nullability that others rely on', () => {
    expect(differences(schema, CONTRACT)).toEqual([]);
  });

  it('gives names that are taken for later no other shape', () => {
    expect(differences(schema, TAKEN, true)).toEqual([]);
  });

  it('is committed as the server serves it', async () => {
    expect(printed(await buildProductSchema())).toBe(printed(schema));
  });

  it('describes every type, field, input field, enum and scalar', () => {
    expect(withoutWords(schema)).toEqual([]);
  });

  const broken: [string, (sdl: string) => string, string][] = [
    [
      'a field that is gone',
      (sdl) => sdl.replace('  missing: Int\n', '  lacking: Int\n'),
      'no field Attainment.missing',
    ],
    [
      'a field that may be null',
      (sdl) => sdl.replace('  denominator: Int!', '  denominator: Int'),
      'Attainment.denominator is Int',
    ],
    [
      'an argument that is gone',
      (sdl) => sdl.replace(UNIT_ARGUMENTS, '$1code: ID!)'),
      'Query.unit is (code: ID!): Unit',
    ],
    [
      'an argument that is demanded anew',
      (sdl) => sdl.replace(UNIT_ARGUMENTS, '$1code: ID!, on: Date, x: Int!)'),
      'Query.unit is (code: ID!, on: Date, x: Int!): Unit',
    ],
    [
      'an enum that lost a value',
      (sdl) => sdl.replace('  NOT_COUNTED\n', ''),
      'enum CountedAs is DENOMINATOR,NUMERATOR',
    ],
    [
      'an input field that is demanded',
      (sdl) => sdl.replace(/(input DecisionInput \{[^}]* {2}effectiveOn: Date)\n/, '$1!\n'),
      'DecisionInput.effectiveOn is Date!',
    ],
    [
      'another input field that is demanded',
      (sdl) => sdl.replace('input TargetInput {', 'input TargetInput {\n  note: String!\n'),
      'TargetInput.note is demanded anew',
    ],
  ];

  it.each(broken)('would be told of %s', (_what, change, difference) => {
    const sdl = readFileSync(COMMITTED, 'utf8');
    const changed = change(sdl);
    expect(changed).not.toBe(sdl);
    expect(differences(buildSchema(changed), CONTRACT)).toEqual([difference]);
  });
});
