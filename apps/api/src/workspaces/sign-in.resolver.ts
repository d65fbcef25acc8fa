import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Refused } from '@dangol/db';
import type { GraphqlContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import type { CookieReply } from '../platform/session/session-cookie.ts';
import { AcceptInvitationUseCase } from './accept-invitation.use-case.ts';
import { SessionDoor } from './session-door.ts';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  SignedIn,
  SignedOut,
  SignInInput,
  SignInResult,
  SignUpInput,
  SignUpResult,
} from './sign-in.model.ts';
import { SignInUseCase } from './sign-in.use-case.ts';
import { SignUpUseCase } from './sign-up.use-case.ts';

/** In and out. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly signUpUseCase: SignUpUseCase,
    private readonly signInUseCase: SignInUseCase,
    private readonly acceptInvitationUseCase: AcceptInvitationUseCase,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => SignUpResult, { description: 'Makes an account and a workspace, and signs in.' })
  @Allow('public')
  async signUp(@Context() context: GraphqlContext, @Args('input') input: SignUpInput): Promise<typeof SignUpResult> {
    return this.enter(context, await this.signUpUseCase.execute(context.ctx, input));
  }

  @Mutation(() => SignInResult, { description: 'Begins a session; its cookie is in the headers of the answer.' })
  @Allow('public')
  async signIn(@Context() context: GraphqlContext, @Args('input') input: SignInInput): Promise<typeof SignInResult> {
    return this.enter(context, await this.signInUseCase.execute(context.ctx, input));
  }

  @Mutation(() => AcceptInvitationResult, { description: 'Joins the workspace of an invitation, and signs in.' })
  @Allow('public')
  async acceptInvitation(
    @Context() context: GraphqlContext,
    @Args('input') input: AcceptInvitationInput,
  ): Promise<typeof AcceptInvitationResult> {
    return this.enter(context, await this.acceptInvitationUseCase.execute(context.ctx, input));
  }

  @Mutation(() => SignedOut, { description: 'Ends this session; harmless without one.' })
  @Allow('public')
  async signOut(@Context() context: GraphqlContext): Promise<SignedOut> {
    return { sessionsClosed: await this.door.leave(context.ctx, replyOf(context)) };
  }

  @Mutation(() => SignedOut, {
    description: 'Ends every session of the person, on all machines, and closes their live updates.',
  })
  @Allow('signed-in')
  async signOutEverywhere(@Context() context: GraphqlContext): Promise<SignedOut> {
    return { sessionsClosed: await this.door.leaveEverywhere(context.ctx, replyOf(context)) };
  }

  private async enter<Refusal>(
    context: GraphqlContext,
    outcome: { accountId: string } | Refused<Refusal>,
  ): Promise<SignedIn | Refusal> {
    if (outcome instanceof Refused) return outcome.refusal;
    return this.door.enter(context.ctx, outcome.accountId, replyOf(context));
  }
}

/** Sessions begin and end over HTTP, where a cookie can be set. */
function replyOf({ reply }: GraphqlContext): CookieReply {
  if (!reply) throw new CodedError('BAD_REQUEST', 'Send this over HTTP');
  return reply;
}
