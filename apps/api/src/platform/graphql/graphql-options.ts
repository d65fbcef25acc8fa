import { resolve } from 'node:path';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { BuildSchemaOptions } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../../config/env.ts';
import type { GraphqlContext } from '../context/request-context.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { Log } from '../logging/log.ts';
import { graphqlMetricsPlugin } from '../metrics/graphql-metrics.plugin.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { compiledQueriesPlugin } from './compiled-queries.plugin.ts';
import { formatError } from './format-error.ts';
import { httpStatusPlugin } from './http-status.plugin.ts';
import type { OperationLimits } from './operation-limits.ts';
import { operationLimitsPlugin } from './operation-limits.plugin.ts';
import { persistedOperations } from './persisted-operations.ts';
import { DateTime } from './scalars.ts';

/** How classes become the schema; the printed schema is made with the same. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = {
  scalarsMap: [{ type: Date, scalar: DateTime }],
  noDuplicatedFields: true,
};

/** How GraphQL over HTTP runs. Sockets are served by `SocketServer`, with the same schema, limits and error format. */
export function graphqlOptions(env: Env, limits: OperationLimits, metrics: Metrics, log: Log): ApolloDriverConfig {
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { ...SCHEMA_OPTIONS, skipCheck: true }, // contract.spec.ts checks it, not every start
    context: contextOf,
    csrfPrevention: true,
    introspection: true, // decided per caller by the limits
    graphiql: false,
    allowBatchedHttpRequests: env.graphql.maxBatch > 1,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: env.nodeEnv === 'production',
    parseOptions: { maxTokens: env.graphql.maxTokens },
    persistedQueries: { cache: persistedOperations(resolve(env.persistedOperationsFile)) },
    autoTransformHttpErrors: false,
    stopOnApplicationShutdown: true,
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      graphqlMetricsPlugin(metrics, log),
      operationLimitsPlugin(limits),
      httpStatusPlugin,
      compiledQueriesPlugin(),
    ],
  };
}

/** The request hooks have found out who asks before Apollo starts. */
function contextOf(request: FastifyRequest, reply: FastifyReply): GraphqlContext {
  if (!request.dangol) throw new CodedError('INTERNAL', 'No request context');
  return { ctx: request.dangol, req: request, reply };
}
