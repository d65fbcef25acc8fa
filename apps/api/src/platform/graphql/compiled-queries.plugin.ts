import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { GraphqlContext } from '../context/request-context.ts';
import { CompiledQueries } from './compiled-queries.ts';
import { assertHotListsArePlain } from './hot-list-check.ts';

/**
 * Answers hot lists over HTTP without graphql-js. Only what succeeded is answered here: errors have to go through Apollo's
 * own execution, which formats them.
 */
export function compiledQueriesPlugin(): ApolloServerPlugin<GraphqlContext> {
  const compiled = new CompiledQueries();
  return {
    async serverWillStart({ schema }) {
      assertHotListsArePlain(schema);
    },
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          const variables = request.variables ?? {};
          const data = await compiled.answer({ schema, document, operation, variables, contextValue });
          if (!data) return null;
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data } },
          };
        },
      };
    },
  };
}
