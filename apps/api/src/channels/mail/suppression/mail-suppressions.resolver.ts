import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../../../platform/context/request-context.ts';
import { CodedError } from '../../../platform/errors/coded-error.ts';
import { PageArgs, toConnection } from '../../../platform/graphql/connection.ts';
import { encodeCursor } from '../../../platform/graphql/cursor.ts';
import { NotFound } from '../../../platform/graphql/refusal.type.ts';
import { RemoveResult, Removed } from '../../../platform/graphql/removed.type.ts';
import { UuidPipe } from '../../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../../platform/permissions/allow.decorator.ts';
import { isAddress } from '../parsing/parse-mail.ts';
import { MailSuppression, MailSuppressionConnection } from './mail-suppression.model.ts';
import { querySuppressions } from './mail-suppressions.query.ts';
import { MailSuppressions } from './mail-suppressions.ts';

/** Addresses that no mail may reach. */
@Resolver(() => MailSuppression)
export class MailSuppressionsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly suppressions: MailSuppressions,
  ) {}

  @Query(() => MailSuppressionConnection, { description: 'Addresses that no mail may reach, newest first.' })
  @Allow('channel:manage')
  async mailSuppressions(@Ctx() ctx: RequestContext, @Args() page: PageArgs): Promise<MailSuppressionConnection> {
    const rows = await querySuppressions(this.database, ctx, page);
    return toConnection(rows, page, (row) => encodeCursor([row.createdAt.toISOString(), row.id]));
  }

  @Mutation(() => RemoveResult, {
    description: 'Puts an address on the list of those that no mail may reach; one that is on it stays as it is.',
  })
  @Allow('channel:manage')
  async suppressMail(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'UUID v7 made by the client.' }, UuidPipe) id: string,
    @Args('address', { description: 'The address.' }) address: string,
    @Args('detail', { type: () => String, nullable: true, description: 'Why, up to 500 characters.' }) detail?: string | null, // prettier-ignore
  ): Promise<typeof RemoveResult> {
    const given = address.trim().toLowerCase();
    if (!isAddress(given)) throw notTaken('address', 'must be an e-mail address');
    if ((detail?.length ?? 0) > 500) throw notTaken('detail', 'must have 500 characters at most');
    const note = detail?.replaceAll('\u0000', '\uFFFD').trim() || null;
    const row = { id, address: given, reason: 'by_hand' as const, detail: note, channelId: null };
    await this.suppressions.add(ctx, row);
    return new Removed(id);
  }

  @Mutation(() => RemoveResult, { description: 'Takes an address off the list: mail may reach it again.' })
  @Allow('channel:manage')
  async unsuppressMail(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return (await this.suppressions.remove(ctx, id)) ? new Removed(id) : new NotFound();
  }
}

function notTaken(path: string, message: string): CodedError {
  return new CodedError('BAD_USER_INPUT', `${path} ${message}`, { fields: [{ path, rule: 'format', message }] });
}
