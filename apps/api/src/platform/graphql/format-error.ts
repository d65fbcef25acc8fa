import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { describeFailure } from '../errors/describe-failure.ts';

/**
 * The only shape in which errors leave GraphQL: message, place and a stable code. graphql-js and Apollo speak for
 * themselves; a resolver's own errors are coded or become INTERNAL without a word about why.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const { path, locations } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const { stacktrace: _internals, http: _transport, ...extensions } = formatted.extensions ?? {};
  if (cause instanceof GraphQLError && isCoded(extensions)) return { message: formatted.message, ...place, extensions };
  const failure = describeFailure(cause);
  return { message: failure.message, ...place, extensions: { code: failure.code, ...failure.extensions } };
}

/** A failure outside of execution as a GraphQL error. */
export function asGraphqlError(error: unknown): GraphQLError {
  const { message, code, extensions } = describeFailure(error);
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/** True when an error is ours to look into, not the caller's to mend. */
export function isInternal(error: GraphQLError): boolean {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError ? !isCoded(cause.extensions) : describeFailure(cause).code === 'INTERNAL';
}

function isCoded({ code }: Readonly<Record<string, unknown>>): boolean {
  return code !== undefined && code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
}
