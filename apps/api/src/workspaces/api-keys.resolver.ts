import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ApiKey, CreateApiKeyInput, CreateApiKeyResult, RevokeApiKeyResult } from './api-key.model.ts';
import { CreateApiKeyUseCase } from './create-api-key.use-case.ts';
import { queryApiKeys } from './list-api-keys.query.ts';
import { RevokeApiKeyUseCase } from './revoke-api-key.use-case.ts';

/** Keys for programs. */
@Resolver(() => ApiKey)
export class ApiKeysResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly createApiKeyUseCase: CreateApiKeyUseCase,
    private readonly revokeApiKeyUseCase: RevokeApiKeyUseCase,
  ) {}

  @Query(() => [ApiKey], { description: 'Keys that work, newest first.' })
  @Allow('api-key:manage')
  apiKeys(@Ctx() ctx: RequestContext): Promise<ApiKey[]> {
    return queryApiKeys(this.database, ctx);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes a key; the answer holds its token, once.' })
  @Allow('api-key:manage')
  async createApiKey(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateApiKeyInput,
  ): Promise<typeof CreateApiKeyResult> {
    return unwrap(await this.createApiKeyUseCase.execute(ctx, input));
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Ends a key at once.' })
  @Allow('api-key:manage')
  async revokeApiKey(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The key.' }, UuidPipe) id: string,
  ): Promise<typeof RevokeApiKeyResult> {
    return unwrap(await this.revokeApiKeyUseCase.execute(ctx, id));
  }
}
