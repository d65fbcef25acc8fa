import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { answerBuyer } from '../record/answer-buyer.ts';
import { SaveBuyerResult } from '../record/buyer-saved.type.ts';
import { CustomField, CustomFieldResult, SaveCustomFieldInput, SetCustomValueInput } from './custom-field.model.ts';
import { queryCustomField, queryCustomFields } from './custom-fields.query.ts';
import { SaveCustomFieldUseCase } from './save-custom-field.use-case.ts';
import { SetCustomValueUseCase } from './set-custom-value.use-case.ts';

/** The workspace's own fields of buyers. */
@Resolver(() => CustomField)
export class CustomFieldsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveField: SaveCustomFieldUseCase,
    private readonly setValue: SetCustomValueUseCase,
  ) {}

  @Query(() => [CustomField], { description: 'The custom fields in their order.' })
  @Allow('buyer:read')
  customFields(
    @Ctx() ctx: RequestContext,
    @Args('archived', { type: () => Boolean, defaultValue: false, description: 'Those no longer shown too.' })
    archived: boolean,
  ): Promise<CustomField[]> {
    return queryCustomFields(this.database, ctx, archived);
  }

  /** Counted with the list of fields; where a field comes with a buyer's value only when asked. */
  @ResolveField(() => Int, { description: 'Buyers that have a value.' })
  async usedBy(@Ctx() ctx: RequestContext, @Parent() field: CustomField): Promise<number> {
    return field.usedBy ?? (await queryCustomField(this.database, ctx, field.id))?.usedBy ?? 0;
  }

  @Mutation(() => CustomFieldResult, { description: 'Makes or changes a custom field.' })
  @Allow('policy:manage')
  async saveCustomField(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveCustomFieldInput,
  ): Promise<typeof CustomFieldResult> {
    return unwrap(await this.saveField.define(ctx, input));
  }

  @Mutation(() => CustomFieldResult, { description: 'Takes a custom field away; what was entered is kept.' })
  @Allow('policy:manage')
  async archiveCustomField(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The field.' }, UuidPipe) id: string,
  ): Promise<typeof CustomFieldResult> {
    return unwrap(await this.saveField.archive(ctx, id));
  }

  @Mutation(() => SaveBuyerResult, { description: 'Enters a value into a custom field of a buyer.' })
  @Allow('buyer:write')
  async setCustomValue(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetCustomValueInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.setValue.execute(ctx, input));
  }
}
