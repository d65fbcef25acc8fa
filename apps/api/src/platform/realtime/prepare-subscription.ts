import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { getOperationAST, GraphQLError, OperationTypeNode, parse, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { GraphqlContext, RequestContext } from '../context/request-context.ts';
import type { OperationLimits } from '../graphql/operation-limits.ts';

const MAX_SUBSCRIPTIONS_PER_SOCKET = 20;

interface Preparation {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly ctx: RequestContext;
  readonly payload: SubscribePayload;
  /** Subscriptions that the socket holds, this one included. */
  readonly open: number;
}

/** What graphql-ws is to execute, or the errors to answer with. Only subscriptions: the rest has HTTP with its own checks. */
export function prepareSubscription(preparation: Preparation): ExecutionArgs | readonly GraphQLError[] {
  const { schema, limits, ctx, payload } = preparation;
  if (preparation.open > MAX_SUBSCRIPTIONS_PER_SOCKET)
    return [coded(`A socket carries at most ${MAX_SUBSCRIPTIONS_PER_SOCKET} subscriptions`, 'OPERATION_TOO_LARGE')];
  const document = parsed(payload.query, limits.maxTokens);
  if (document instanceof GraphQLError) return [document];
  const operation = getOperationAST(document, payload.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return [coded('Sockets carry subscriptions; send queries and mutations over HTTP', 'BAD_REQUEST')];
  const invalid = validate(schema, document);
  if (invalid.length > 0) return invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  const variableValues = payload.variables ?? {};
  const refusal = limits.refusalFor(schema, document, operation, variableValues, ctx);
  if (refusal) return [refusal];
  const contextValue: GraphqlContext = { ctx, req: null, reply: null };
  return { schema, document, variableValues, contextValue, operationName: payload.operationName ?? null };
}

function parsed(query: string, maxTokens: number): ReturnType<typeof parse> | GraphQLError {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return withCode(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
