import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../context/request-context.ts';
import type { OperationLimits } from './operation-limits.ts';

/** Applies the limits to every operation over HTTP; sockets apply the same ones before they subscribe. */
export function operationLimitsPlugin(limits: OperationLimits): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          const refusal = limits.refusalFor(schema, document, operation, request.variables ?? {}, contextValue.ctx);
          if (refusal) throw refusal;
        },
      };
    },
  };
}
