import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  execute,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  typeFromAST,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from '../context.ts';
import { asksFactsOnly } from './facts.ts';

interface Question {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Compiling costs as much as answering some times: a question is compiled when it comes for the second time. */
const COMPILED_FROM = 2;

interface Known {
  times: number;
  compiled: CompiledQuery | null;
}

/**
 * Answers questions for facts by a function that was compiled for each of them. Where anything is wrong with a question or its answer
 * GraphQL's own executor answers it once more, so errors are the same whoever was first. Notes which answers may be given again.
 */
export function factsPlugin(): ApolloServerPlugin<Context> {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          // Of several operations it may name none: GraphQL says so.
          if (!isThere(operation) || !asksFactsOnly(schema, document, operation)) return null;
          contextValue.repeatable.asksFacts = true;
          await contextValue.mayReadAtReplica();
          const question = { schema, document, operation };
          const found = await answered(question, compiledOf(known, question), contextValue, request.variables ?? {});
          if (found)
            return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: found } } };
          // What a replica broke off, as well as what is wrong with the question itself, is answered by the primary.
          if (contextValue.app.replica) await contextValue.readAtPrimary();
          return null;
        },
        async willSendResponse({ response, errors, contextValue }) {
          const { body } = response;
          const { repeatable } = contextValue;
          const isWhole = body.kind === 'single' && !body.singleResult.errors && !errors && !contextValue.isOverTime;
          if (repeatable.asksFacts && isWhole) repeatable.stand = await contextValue.stand().catch(() => null);
        },
      };
    },
  };
}

/** What answers a question whole; null where anything is wrong, and where nothing but GraphQL's own executor has to do it. */
async function answered(
  { schema, document, operation }: Question,
  compiled: CompiledQuery | null,
  ctx: Context,
  given: Record<string, unknown>,
): Promise<Record<string, unknown> | null> {
  if (getVariableValues(schema, operation.variableDefinitions ?? [], given).errors) return null;
  const operationName = operation.name?.value;
  if (!compiled && !ctx.app.replica) return null;
  const { data, errors } = compiled
    ? await compiled.query(undefined, ctx, given)
    : await execute({ schema, document, contextValue: ctx, variableValues: given, operationName });
  return errors || !data ? null : data;
}

function isThere(operation: OperationDefinitionNode | null | undefined): operation is OperationDefinitionNode {
  return operation !== null && operation !== undefined;
}

function compiledOf(
  known: WeakMap<OperationDefinitionNode, Known>,
  { schema, document, operation }: Question,
): CompiledQuery | null {
  const found = known.get(operation) ?? { times: 0, compiled: null };
  known.set(operation, found);
  found.times += 1;
  if (found.times !== COMPILED_FROM || !takesPlainValues(schema, operation)) return found.compiled;
  const made = compileQuery(schema, document, operation.name?.value);
  found.compiled = isCompiledQuery(made) ? made : null;
  return found.compiled;
}

/**
 * Whether all variables of a question are plain values. What reads an input object is compiled member by member as deep as objects
 * lie in one another: for a filter that holds others of its kind that takes minutes.
 */
function takesPlainValues(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type }) => {
    const given = typeFromAST(schema, type);
    return given !== undefined && !isInputObjectType(getNamedType(given));
  });
}
