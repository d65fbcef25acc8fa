import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import type { GraphqlContext } from '../context/request-context.ts';
import { isInternal } from '../graphql/format-error.ts';
import type { Log } from '../logging/log.ts';
import type { Metrics } from './metrics.ts';

/** Times every operation and writes the errors that are ours into the log, without variables or messages of callers. */
export function graphqlMetricsPlugin(metrics: Metrics, log: Log): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors)
            if (isInternal(error))
              log.error({ err: error.originalError ?? error, path: error.path?.join('.') }, 'operation failed');
        },
        async willSendResponse({ operation, errors }) {
          const first = operation?.selectionSet.selections[0];
          const field = first?.kind === Kind.FIELD ? first.name.value : '';
          const outcome = errors?.length ? 'error' : 'ok';
          // a field that failed validation is a name the caller made up
          if (operation) metrics.operationEnded(operation.operation, field, outcome, performance.now() - started);
        },
      };
    },
  };
}
