import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TenantContext } from '@dangol/db';
import type { Permission } from '../permissions/permissions.ts';

/** The signed-in person, the same in every workspace. */
export interface RequestAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'ko' | 'en';
  readonly textSize: number;
}

/** One workspace that the account belongs to. */
export interface Membership {
  readonly workspaceId: string;
  readonly slug: string;
  readonly workspaceName: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly role: string;
  readonly permissions: readonly Permission[];
  readonly ownRecordsOnly: boolean;
}

/**
 * Who asks, in which workspace, with which rights: made once per request (or socket) and the first argument of every use
 * case. `workspaceId` is '' when no workspace is chosen; the guard lets only `public` and `signed-in` through then.
 */
export interface RequestContext extends TenantContext {
  readonly requestId: string;
  readonly account: RequestAccount | null;
  readonly member: { readonly id: string; readonly name: string; readonly role: string } | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly ownRecordsOnly: boolean;
  readonly memberships: readonly Membership[];
  readonly ip: string;
  readonly userAgent: string;
  /** SHA-256 (hex) of the session token or API key; null for a caller without one. */
  readonly tokenHash: string | null;
}

/** Value of the GraphQL execution context. */
export interface GraphqlContext {
  readonly ctx: RequestContext;
  /** The HTTP request and reply; null on a socket. Only the session cookie needs the reply. */
  readonly req: FastifyRequest | null;
  readonly reply: FastifyReply | null;
}

/** Reads the request context out of a GraphQL or HTTP execution context. */
export function requestContextOf(execution: ExecutionContext): RequestContext | undefined {
  if (execution.getType<string>() === 'graphql')
    return GqlExecutionContext.create(execution).getContext<GraphqlContext>().ctx;
  return execution.switchToHttp().getRequest<{ dangol?: RequestContext }>().dangol;
}

/** Parameter decorator: the request context, in resolvers and controllers alike. */
export const Ctx = createParamDecorator((_data: unknown, execution: ExecutionContext) => requestContextOf(execution));
