import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { ErrorText } from './error-texts.ts';
import { errorText } from './errors.ts';
import { isDay } from '@chi-tieu/shared/domain/days';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return undefined;
}

/** The message is English, as GraphQL's own are; `badScalar` lets the answer say it in the caller's language. */
function refuse(text: ErrorText): never {
  throw new GraphQLError(errorText(text, {}, 'en'), { extensions: { code: 'BAD_USER_INPUT', badScalar: text } });
}

function scalar<T>(
  name: string,
  description: string,
  read: (value: unknown) => T,
  show: (value: unknown) => T | string,
): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: show,
    parseValue: read,
    parseLiteral: (node) => read(literal(node)),
  });
}

function readDay(value: unknown): string {
  return typeof value === 'string' && isDay(value) ? value : refuse('scalar.date');
}

/** A calendar day; stored and passed around as its text. */
export const DateScalar = scalar('Date', 'A calendar day, 2022-08-31.', readDay, (value) => {
  if (typeof value === 'string') return value.slice(0, 10);
  throw new TypeError('A Date is served from its text.');
});

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function readInstant(value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'string' && RFC_3339.test(value) && isDay(value.slice(0, 10))) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) return at;
  }
  return refuse('scalar.dateTime');
}

/** An instant; a JavaScript Date inside, RFC 3339 outside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant with its offset (RFC 3339), 2022-08-31T17:00:00+07:00.',
  serialize: (value) => readInstant(value).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(literal(node)),
});

function readPercent(value: unknown): number {
  const hundredths = typeof value === 'number' ? hundredthsOf(value) : null;
  return hundredths === null ? refuse('scalar.percent') : (value as number);
}

/** A percentage as a JSON number; inside the server it is turned into hundredths at once. */
export const PercentScalar = new GraphQLScalarType<number, number>({
  name: 'Percent',
  description: 'A percentage from 0 to 100 with at most two decimals: 55, 54.99.',
  serialize: (value) => (typeof value === 'number' ? value : refuse('scalar.percent')),
  parseValue: readPercent,
  parseLiteral: (node) => readPercent(literal(node)),
});
