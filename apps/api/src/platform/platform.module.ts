import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { ENV } from '../config/env.ts';
import type { Env } from '../config/env.ts';
import { Clock, SystemClock } from './clock/clock.ts';
import { ContextFactory } from './context/context-factory.ts';
import { DatabaseModule } from './database/database.module.ts';
import { CodedExceptionFilter } from './errors/coded-exception.filter.ts';
import { DatabaseListener } from './events/database-listener.ts';
import { EventReader } from './events/event-reader.ts';
import { LiveEvents } from './events/live-events.ts';
import { WorkspaceEventsResolver } from './events/workspace-events.resolver.ts';
import { createFileStore } from './files/create-file-store.ts';
import { FileStoreLife } from './files/file-store-life.ts';
import { FileStore } from './files/file-store.ts';
import { graphqlOptions } from './graphql/graphql-options.ts';
import { inputValidationPipe } from './graphql/input-validation.ts';
import { OperationLimits } from './graphql/operation-limits.ts';
import { HealthController } from './health/health.controller.ts';
import { Readiness } from './health/readiness.ts';
import { RateLimiter } from './http/rate-limiter.ts';
import { StreamedRoutes } from './http/streamed-routes.ts';
import { JobWorker } from './jobs/job-worker.ts';
import { createLog, LOG } from './logging/log.ts';
import type { Log } from './logging/log.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { Metrics } from './metrics/metrics.ts';
import { PermissionGuard } from './permissions/permission.guard.ts';
import { OpenSockets } from './realtime/open-sockets.ts';
import { SocketServer } from './realtime/socket-server.ts';
import { SecretBox } from './secrets/secret-box.ts';
import { PrincipalDirectory } from './session/principal-directory.ts';
import { SessionCookie } from './session/session-cookie.ts';
import { SessionSignals } from './session/session-signals.ts';

/** What the process is started with; the machine's clock and standard output when left out. */
export interface ProcessParts {
  readonly env: Env;
  readonly clock?: Clock;
  readonly log?: Log;
}

const shared: Provider[] = [
  { provide: SecretBox, inject: [ENV], useFactory: (env: Env) => new SecretBox(env.secretKeys) },
  {
    provide: OperationLimits,
    inject: [ENV],
    useFactory: (env: Env) => new OperationLimits(env.graphql, env.nodeEnv !== 'production'),
  },
  { provide: FileStore, inject: [ENV], useFactory: ({ files }: Env) => createFileStore(files) },
  StreamedRoutes,
  DatabaseListener,
  LiveEvents,
  EventReader,
  SessionSignals,
  SessionCookie,
  PrincipalDirectory,
  ContextFactory,
  RateLimiter,
  Metrics,
];

/** The platform's own part of the schema. */
@Module({ providers: [WorkspaceEventsResolver] })
export class PlatformResolversModule {}

/** Everything under the features: settings, clock, database, sessions, guard, GraphQL, live updates, jobs, probes. */
@Global()
@Module({})
export class PlatformModule {
  /** The platform of one process. */
  static with({ env, clock, log }: ProcessParts): DynamicModule {
    const given: Provider[] = [
      { provide: ENV, useValue: env },
      { provide: LOG, useValue: log ?? createLog({ level: env.logLevel }) },
      { provide: Clock, useValue: clock ?? new SystemClock() },
    ];
    return {
      module: PlatformModule,
      imports: [
        DatabaseModule,
        DiscoveryModule,
        PlatformResolversModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [ENV, OperationLimits, Metrics, LOG],
          useFactory: graphqlOptions,
        }),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        ...given,
        ...shared,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useFactory: inputValidationPipe },
        { provide: APP_FILTER, useClass: CodedExceptionFilter },
        FileStoreLife,
        Readiness,
        OpenSockets,
        SocketServer,
        JobWorker,
      ],
      exports: [...given, ...shared],
    };
  }
}
