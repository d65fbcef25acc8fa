import { Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangeAutoSendUseCase } from './change-auto-send.use-case.ts';
import { AutoSend } from './home.model.ts';

/** The brake of what is sent without a person (UX 4): everybody who answers may pull it, managers release it. */
@Resolver(() => AutoSend)
export class AutoSendResolver {
  constructor(private readonly changeAutoSend: ChangeAutoSendUseCase) {}

  @Mutation(() => AutoSend, {
    description: 'From now on nothing leaves that no person sent. Logged; repeats are harmless.',
  })
  @Allow('inbox:reply')
  pauseAutoSend(@Ctx() ctx: RequestContext): Promise<AutoSend> {
    return this.changeAutoSend.execute(ctx, true);
  }

  @Mutation(() => AutoSend, { description: 'The assistant may send again where its channels let it. Logged.' })
  @Allow('workspace:manage')
  resumeAutoSend(@Ctx() ctx: RequestContext): Promise<AutoSend> {
    return this.changeAutoSend.execute(ctx, false);
  }
}
