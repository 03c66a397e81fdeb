import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badInput } from './errors.ts';

@ObjectType({ description: 'Where a page of a connection stands.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for after some cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The first edge's cursor; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The last edge's cursor, to ask for the next page `after`; null on an empty page.",
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** One page of a list. `totalCount` may be asked for lazily: it is computed only when the caller wants it. */
export interface Connection<T> {
  nodes: T[];
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number | (() => Promise<number>);
}

/** A page as asked for: how many, and after which key. */
export interface Page<K> {
  first: number;
  after: K | null;
}

const MOST = 500;

/** Reads `first` (50 unless told, 500 at most) and the cursor `after`, whose key must be of the list's own form. */
export function readPage<K>(
  first: number | null | undefined,
  after: string | null | undefined,
  isKey: (key: unknown) => key is K,
): Page<K> {
  const size = first ?? 50;
  if (size < 0 || size > MOST) throw badInput('first', 'page.size', { most: MOST });
  return { first: size, after: after === null || after === undefined ? null : readCursor(after, isKey) };
}

function readCursor<K>(cursor: string, isKey: (key: unknown) => key is K): K {
  const key = parseCursor(cursor);
  if (!isKey(key)) throw badInput('after', 'page.cursor');
  return key;
}

/** What a cursor holds, or null where that cannot be read. */
export function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** A key that is a row's number in the database, as text. */
export function isNumberKey(key: unknown): key is string {
  return typeof key === 'string' && /^\d{1,18}$/.test(key);
}

/** Builds a page from one row more than was asked for. */
export function connect<T, K>(
  found: T[],
  page: Page<K>,
  keyOf: (row: T) => K,
  totalCount: number | (() => Promise<number>),
): Connection<T> {
  const nodes = found.slice(0, page.first);
  const edges = nodes.map((node) => ({ node, cursor: Buffer.from(JSON.stringify(keyOf(node))).toString('base64url') }));
  return {
    nodes,
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: found.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The same page, each of its rows as it is shown. */
export function mapNodes<A, B>({ edges, ...page }: Connection<A>, show: (row: A) => B): Connection<B> {
  const shown = edges.map(({ cursor, node }) => ({ cursor, node: show(node) }));
  return { ...page, edges: shown, nodes: shown.map(({ node }) => node) };
}

/** A page of a list that is small enough to be held whole (units, accounts); a key that is not in it is no cursor. */
export function pageOfAll<T>(all: readonly T[], page: Page<string>, keyOf: (row: T) => string): Connection<T> {
  const at = page.after === null ? -1 : all.findIndex((row) => keyOf(row) === page.after);
  if (page.after !== null && at < 0) throw badInput('after', 'page.cursor');
  return connect(all.slice(at + 1, at + page.first + 2), page, keyOf, all.length);
}

/** The connection and edge types of a node type, e.g. `UnitConnection` and `UnitEdge`. */
export function connectionType<T extends object>(name: string, node: ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'To ask for what comes `after` this one.' })
    cursor!: string;

    @Field(() => node, { description: 'What stands here.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class ConnectionType {
    @Field(() => [node], { description: 'The page without cursors.' })
    nodes!: T[];

    @Field(() => [EdgeType], { description: 'The page, each with its cursor.' })
    edges!: Edge<T>[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    // `simple`: GraphQL's own resolver, which calls a function only when somebody asks.
    @Field(() => Int, { description: 'How many there are in all.', simple: true })
    totalCount!: number | (() => Promise<number>);
  }
  return ConnectionType;
}

/** Compiled questions (app/answers) read what has no resolver as it lies there: a count that is asked for lazily gets one. */
export function countLazily(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) ? type.getFields()['totalCount'] : undefined;
    if (field) field.resolve ??= defaultFieldResolver;
  }
  return schema;
}
