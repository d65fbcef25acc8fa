import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { GraphqlContext } from '../context/request-context.ts';

const GRAPHQL_RESPONSE = 'application/graphql-response+json';
const STATUS_OF_REQUEST_ERRORS = 400;

/**
 * GraphQL over HTTP: a well-formed answer that carries request errors (parse, validation) has status 200 as
 * application/json, and 400 only for clients that accept application/graphql-response+json.
 */
export const httpStatusPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.http.status !== STATUS_OF_REQUEST_ERRORS || response.body.kind !== 'single') return;
        // no document at all is not a GraphQL request: that stays 400 for everybody
        if (response.body.singleResult.errors?.[0]?.extensions?.['code'] === ApolloServerErrorCode.BAD_REQUEST) return;
        if (!request.http?.headers.get('accept')?.includes(GRAPHQL_RESPONSE)) response.http.status = 200;
      },
    };
  },
};
