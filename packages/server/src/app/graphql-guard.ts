import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, valueFromASTUntyped, visit, type DocumentNode } from 'graphql';
import { isFullySignedIn, type App, type Context } from './context.ts';
import { AppError, badInput } from './errors.ts';
import { isAffordable, withDefaults } from './graphql-cost.ts';
import { unfitValue } from './graphql-texts.ts';
import { LARGEST_PAGE, MOST_NESTED } from './graphql-weights.ts';

/** Refuses before anything is asked: the schema where it is not for everyone, texts that cannot be stored, endless answers. */
export function guardPlugin(app: App): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, schema, request, contextValue }) {
          const variables = request.variables ?? {};
          if (app.config.production && !isFullySignedIn(contextValue.account) && asksForSchema(document)) {
            refuse(new AppError('UNAUTHENTICATED', 'auth.required'));
          }
          if (!operation) return;
          const unfit = unfitValue(document, operation, variables);
          if (unfit !== null) refuse(badInput(unfit.path, unfit.text, { most: MOST_NESTED }));
          const size = unfitPage(document, withDefaults({ operation, variables }));
          if (size !== null) refuse(badInput(size, 'page.size', { most: LARGEST_PAGE }));
          if (!isAffordable({ schema, document, operation, variables })) {
            refuse(new AppError('BAD_USER_INPUT', 'input.tooMuch'));
          }
        },
      };
    },
  };
}

/** Apollo takes an error thrown here for its own and answers 500, unless it is told otherwise. */
function refuse(error: AppError): never {
  throw new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.kind, http: { status: 400 } },
  });
}

/** The name of the first argument that asks for a larger page than there is; null where none does. */
function unfitPage(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string | null {
  let found: string | null = null;
  visit(document, {
    Argument({ name, value }) {
      if (name.value !== 'first') return;
      const size = valueFromASTUntyped(value, variables);
      if (typeof size === 'number' && (size < 0 || size > LARGEST_PAGE)) found ??= name.value;
    },
  });
  return found;
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') asks = true;
    },
  });
  return asks;
}
