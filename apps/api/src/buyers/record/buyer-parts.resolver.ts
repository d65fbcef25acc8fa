import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Attachment, queryAttachmentsOfBuyer } from '../../attachments/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { Buyer } from '../buyer.model.ts';
import { Consent } from '../consents/consent.model.ts';
import { queryConsents } from '../consents/consents.query.ts';
import { CustomValue } from '../custom-fields/custom-field.model.ts';
import { queryCustomValues } from '../custom-fields/custom-fields.query.ts';
import { DuplicateProposal } from '../duplicates/duplicate.model.ts';
import { queryDuplicatesOf } from '../duplicates/duplicates.query.ts';
import { BuyerMerge } from '../merge/merge.model.ts';
import { queryOpenMerges } from '../merge/merges.query.ts';
import { BuyerNote } from '../notes/note.model.ts';
import { queryNotes } from '../notes/notes.query.ts';
import { BuyerSupport, InquiredProduct } from '../support/support.model.ts';
import { queryInquiredProducts, querySupport } from '../support/support.query.ts';
import { queryBuyerTags } from '../tags/list-tags.query.ts';
import { Tag } from '../tags/tag.model.ts';

/** What is kept with a buyer. */
@Resolver(() => Buyer)
export class BuyerPartsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [Tag], { description: 'Tags of the team, by name.' })
  freeTags(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<Tag[]> {
    return queryBuyerTags(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [CustomValue], { description: 'Every live custom field, with null where nothing is entered.' })
  customValues(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<CustomValue[]> {
    return queryCustomValues(this.database, ctx, buyer.custom);
  }

  @ResolveField(() => [BuyerNote], { description: 'Notes, newest first.' })
  notes(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<BuyerNote[]> {
    return queryNotes(this.database, ctx, ctx.member?.id ?? null, buyer.id);
  }

  @ResolveField(() => [Attachment], { description: 'Files, newest first.' })
  files(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<Attachment[]> {
    return queryAttachmentsOfBuyer(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [Consent], { description: 'What holds for each purpose first, then what was said before.' })
  consents(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<Consent[]> {
    return queryConsents(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [DuplicateProposal], { description: 'Buyers that may be the same as this one.' })
  duplicates(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<DuplicateProposal[]> {
    return queryDuplicatesOf(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [BuyerMerge], { description: 'Merges into this buyer that can still be undone, newest first.' })
  merges(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<BuyerMerge[]> {
    return queryOpenMerges(this.database, ctx, buyer.id, this.clock.now());
  }

  @ResolveField(() => BuyerSupport, { description: 'Growth support with orders before and after it.' })
  support(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<BuyerSupport> {
    return querySupport(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [InquiredProduct], { description: 'Products that the buyer asked about, newest first.' })
  inquiredProducts(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<InquiredProduct[]> {
    return queryInquiredProducts(this.database, ctx, buyer.id);
  }
}
