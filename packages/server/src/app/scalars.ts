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
function refuse(text: ErrorText, written?: ValueNode): never {
  throw new GraphQLError(errorText(text, {}, 'en'), {
    extensions: { code: 'BAD_USER_INPUT', badScalar: text },
    ...(written && { nodes: written }),
  });
}

function scalar<T>(
  name: string,
  description: string,
  read: (value: unknown, written?: ValueNode) => T,
  show: (value: unknown) => T | string,
): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: show,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(literal(node), node),
  });
}

function readDay(value: unknown, written?: ValueNode): string {
  return typeof value === 'string' && isDay(value) ? value : refuse('scalar.date', written);
}

/** A calendar day; stored and passed around as its text. */
export const DateScalar = scalar('Date', 'A calendar day, 2022-08-31.', readDay, (value) => {
  if (typeof value === 'string') return value.slice(0, 10);
  throw new TypeError('A Date is served from its text.');
});

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function readInstant(value: unknown, written?: ValueNode): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'string' && RFC_3339.test(value) && isDay(value.slice(0, 10))) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) return at;
  }
  return refuse('scalar.dateTime', written);
}

/** An instant; a JavaScript Date inside, RFC 3339 outside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant with its offset (RFC 3339), 2022-08-31T17:00:00+07:00.',
  serialize: (value) => readInstant(value).toISOString(),
  parseValue: (value) => readInstant(value),
  parseLiteral: (node) => readInstant(literal(node), node),
});

function readPercent(value: unknown, written?: ValueNode): number {
  const hundredths = typeof value === 'number' ? hundredthsOf(value) : null;
  return hundredths === null ? refuse('scalar.percent', written) : (value as number);
}

/** A percentage as a JSON number; inside the server it is turned into hundredths at once. */
export const PercentScalar = new GraphQLScalarType<number, number>({
  name: 'Percent',
  description: 'A percentage from 0 to 100 with at most two decimals: 55, 54.99.',
  serialize: (value) => {
    if (typeof value === 'number') return value;
    throw new TypeError('A Percent is served from a number.');
  },
  parseValue: (value) => readPercent(value),
  parseLiteral: (node) => readPercent(literal(node), node),
});
