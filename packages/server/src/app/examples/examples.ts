import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { ARGUMENT_WORDS } from './argument-words.ts';
import { BY_NAME, BY_SCALAR } from './by-name.ts';
import { BY_PLACE } from './by-place.ts';
import { OPERATIONS } from './operations.ts';
import type { Example } from './types.ts';

/** A field, argument or input field that carries a scalar for which an example says something. */
export interface Place {
  /** `Procedure.code`, of an argument `Query.procedure(code)`. */
  path: string;
  /** What BY_NAME calls it: `code: ID`. */
  name: string;
  scalar: GraphQLScalarType;
  isList: boolean;
  described: Described;
}

interface Described {
  name: string;
  type: GraphQLType;
  description?: string | null | undefined;
}

/** Every place of the schema that needs an example; enums and Booleans need none. */
export function placesOf(schema: GraphQLSchema): Place[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isInputObjectType(type))
      return Object.values(type.getFields()).flatMap((field) => place(`${type.name}.${field.name}`, field));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const path = `${type.name}.${field.name}`;
      return [...place(path, field), ...field.args.flatMap((arg) => place(`${path}(${arg.name})`, arg))];
    });
  });
}

function place(path: string, described: Described): Place[] {
  const scalar = getNamedType(described.type);
  if (!isScalarType(scalar) || scalar.name === 'Boolean') return [];
  const isList = isListType(getNullableType(described.type));
  return [{ path, name: `${described.name}: ${scalar.name}`, scalar, isList, described }];
}

/** The example of a place: its own, else that of its name, else that of its scalar; undefined where nothing is said. */
export function exampleOf({ path, name, scalar, isList }: Place): Example | undefined {
  const found = BY_PLACE[path] ?? BY_NAME[name] ?? BY_SCALAR[scalar.name];
  return isList && (typeof found === 'string' || typeof found === 'number') ? [found] : found;
}

/** As it stands in a description: texts as they are, all else as JSON. */
export function shown(example: Example): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}

/** Shorter ones stand in a sentence by chance. */
const TELLING = 4;

/** Whether a description tells its example already. */
function tells(description: string, text: string): boolean {
  return text.length >= TELLING && description.includes(text);
}

/** Every argument of the schema, with its path. */
export function argumentsOf(schema: GraphQLSchema): { path: string; argument: GraphQLArgument }[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.map((argument) => ({ path: `${type.name}.${name}(${argument.name})`, argument })),
      ),
    );
}

/** Arguments whose resolver says nothing of them are what their name says everywhere. */
function describeArguments(schema: GraphQLSchema): void {
  for (const { path, argument } of argumentsOf(schema))
    argument.description ??= ARGUMENT_WORDS[path] ?? ARGUMENT_WORDS[argument.name] ?? null;
}

/** Ends the description of every place with its example, and that of root fields with an operation that asks for them. */
export function giveExamples(schema: GraphQLSchema): GraphQLSchema {
  describeArguments(schema);
  for (const found of placesOf(schema)) {
    const example = exampleOf(found);
    if (example === undefined) continue;
    const text = shown(example);
    const words = found.described.description ?? '';
    if (!tells(words, text)) found.described.description = `${words} Example: \`${text}\`.`.trim();
  }
  for (const { field, query } of OPERATIONS) {
    const [type, name] = field.split('.') as ['Query' | 'Mutation', string];
    const root = type === 'Query' ? schema.getQueryType() : schema.getMutationType();
    const described = root?.getFields()[name];
    if (!described) throw new Error(`an example asks for ${field}, which is not there`);
    described.description = `${described.description ?? ''}\n\nExample:\n\n\`\`\`graphql\n${query}\n\`\`\``;
  }
  return schema;
}
