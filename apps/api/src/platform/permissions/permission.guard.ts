import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requestContextOf } from '../context/request-context.ts';
import type { RequestContext } from '../context/request-context.ts';
import { CodedError } from '../errors/coded-error.ts';
import { ALLOW_METADATA } from './allow.decorator.ts';
import type { Allowance } from './allow.decorator.ts';

/**
 * The one guard, for queries, mutations, subscriptions and routes. It only compares what the context already holds; a
 * handler without `Allow` is refused to everybody, owners included.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  private readonly allowances = new WeakMap<object, Allowance | 'undeclared'>();

  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const refusal = refusalFor(this.allowanceOf(execution), requestContextOf(execution));
    if (refusal) throw refusal;
    return true;
  }

  private allowanceOf(execution: ExecutionContext): Allowance | 'undeclared' {
    const handler = execution.getHandler();
    let allowance = this.allowances.get(handler);
    if (!allowance) {
      const targets = [handler, execution.getClass()];
      allowance = this.reflector.getAllAndOverride<Allowance | undefined>(ALLOW_METADATA, targets) ?? 'undeclared';
      this.allowances.set(handler, allowance);
    }
    return allowance;
  }
}

/** Why the caller may not go on, or null. */
export function refusalFor(allowance: Allowance | 'undeclared', ctx: RequestContext | undefined): CodedError | null {
  if (allowance === 'undeclared') return new CodedError('FORBIDDEN', 'Nobody may call this: it declares no permission');
  if (allowance === 'public') return null;
  if (!ctx || (!ctx.account && ctx.actor.kind !== 'api_key'))
    return new CodedError('UNAUTHENTICATED', 'Sign in, or send an API key');
  if (allowance === 'signed-in')
    return ctx.account ? null : new CodedError('FORBIDDEN', 'This needs a signed-in person, not an API key');
  if (ctx.workspaceId === '')
    return new CodedError('WORKSPACE_REQUIRED', 'Name one of your workspaces in the X-Dangol-Workspace header');
  if (!ctx.permissions.has(allowance))
    return new CodedError('FORBIDDEN', `Your role lacks the permission ${allowance}`);
  return null;
}
