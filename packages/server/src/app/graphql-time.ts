import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from './context.ts';
import type { ServerLimits } from './http/limits.ts';

/** Gives every operation its time, from when it is known what is asked; graphql-answer.ts says when it was not enough. */
export function timePlugin(limits: Pick<ServerLimits, 'questionMs' | 'changeMs'>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation) contextValue.endAfter(mostMsOf(operation.operation, limits));
        },
      };
    },
  };
}

/** How long an operation of a kind may take (ms). */
export function mostMsOf(
  kind: OperationTypeNode | undefined,
  limits: Pick<ServerLimits, 'questionMs' | 'changeMs'>,
): number {
  return kind === OperationTypeNode.MUTATION ? limits.changeMs : limits.questionMs;
}
