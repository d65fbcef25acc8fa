import { Args, ArgsType, Field, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { quotePrice, writeDecisionPack } from '@dangol/crm';
import { TenantDatabase } from '@dangol/db';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Attachment, queryAttachmentsOfProducts } from '../attachments/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { MAX_PAGE_SIZE } from '../platform/graphql/connection.ts';
import { Certificate } from './product-parts.model.ts';
import { DecisionPackPartEnum, QuoteProblemEnum } from './product.enums.ts';
import { DecisionPack, Product, ProductQuote, ProductVersion } from './product.model.ts';
import { queryProductVersions, toPrice } from './product.query.ts';

@ArgsType()
class PackArgs {
  @Field({ defaultValue: 'en', description: 'ISO 639-1; ko is written in Korean, everything else in English.' })
  @Matches(/^[a-z]{2}$/)
  language!: string;

  @Field(() => String, { nullable: true, description: "The buyer's country, ISO 3166-1 alpha-2." })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217; null: the base currency when there are prices in it.',
  })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string | null;
}

@ArgsType()
class QuoteArgs {
  @Field(() => ID, { nullable: true, description: 'The variant; null: the product as such.' })
  @IsOptional()
  @IsUUID()
  variantId?: string | null;

  @Field(() => Int, { description: 'Units.' })
  @IsInt()
  @Min(1)
  quantity!: number;

  @Field({ description: 'ISO 4217 code.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field(() => String, { nullable: true, description: "The buyer's country, ISO 3166-1 alpha-2." })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string | null;
}

@ArgsType()
class VersionsArgs {
  @Field(() => Int, { defaultValue: 50, description: `Versions wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first!: number;
}

/** What BigInt can say. */
const MAX_TOTAL = 2n ** 63n - 1n;

/** What of a product is computed or lies elsewhere. */
@Resolver(() => Product)
export class ProductFieldsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [Attachment], { description: 'Pictures, in their order.' })
  async images(@Ctx() ctx: RequestContext, @Parent() product: Product): Promise<Attachment[]> {
    return (await attachmentsOf(this.database, ctx, product)).filter(({ isImage }) => isImage);
  }

  @ResolveField(() => [Attachment], {
    description: 'Files that are no pictures, such as data sheets and certificates.',
  })
  async files(@Ctx() ctx: RequestContext, @Parent() product: Product): Promise<Attachment[]> {
    return (await attachmentsOf(this.database, ctx, product)).filter(({ isImage }) => !isImage);
  }

  @ResolveField(() => [ProductVersion], { description: 'Its versions, newest first.' })
  versions(
    @Ctx() ctx: RequestContext,
    @Parent() product: Product,
    @Args() { first }: VersionsArgs,
  ): Promise<ProductVersion[]> {
    return queryProductVersions(this.database, ctx, product.id, first, this.clock.now());
  }

  @ResolveField(() => DecisionPack, { description: 'What a buyer needs to decide, in one message (004-87).' })
  decisionPack(@Parent() product: Product, @Args() { language, country, currency }: PackArgs): DecisionPack {
    const { content, today, baseCurrency: preferredCurrency } = product;
    const reader = { language, country: country ?? null, currency: currency ?? null, preferredCurrency, today };
    const { text, missing, expired } = writeDecisionPack(content, reader);
    return Object.assign(new DecisionPack(), {
      text,
      missing: missing as readonly DecisionPackPartEnum[],
      expired,
      product,
    });
  }

  @ResolveField(() => ProductQuote, { description: 'The list price for a quantity: pure list price x tier.' })
  quote(@Parent() product: Product, @Args() args: QuoteArgs): ProductQuote {
    const { content, today, version } = product;
    const { quantity, currency } = args;
    const variantId = args.variantId?.toLowerCase() ?? null;
    if (variantId !== null && content.variants.every(({ id }) => id !== variantId))
      throw new CodedError('NOT_FOUND', 'The product has no such variant');
    const quote = quotePrice(content, { variantId, quantity, currency, country: args.country ?? null, today });
    if ((quote.totalMinor ?? 0n) > MAX_TOTAL)
      throw new CodedError('BAD_USER_INPUT', 'The total is more than money can be told in');
    const money = (minor: bigint | null) => (minor === null ? null : { minor, currency });
    return {
      unitPrice: money(quote.unitPriceMinor),
      total: money(quote.totalMinor),
      tier: quote.tier && toPrice(quote.tier, today),
      problem: quote.problem as QuoteProblemEnum | null,
      moq: quote.moq,
      leadTimeDays: quote.leadTimeDays,
      version,
    };
  }
}

/** Files to go with a decision pack. */
@Resolver(() => DecisionPack)
export class DecisionPackResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => [Attachment], {
    description: 'The first picture and the files, without those of certificates that no longer count.',
  })
  async attachments(@Ctx() ctx: RequestContext, @Parent() { product }: DecisionPack): Promise<Attachment[]> {
    const all = await attachmentsOf(this.database, ctx, product);
    const expired = new Set(product.certificates.filter((one) => one.expired).map(({ attachmentId }) => attachmentId));
    const picture = all.find(({ isImage, id }) => isImage && !expired.has(id));
    return all.filter((one) => !expired.has(one.id) && (!one.isImage || one === picture));
  }
}

/** The file that proves a certificate. */
@Resolver(() => Certificate)
export class CertificatesResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => Attachment, { nullable: true, description: 'The file that proves it.' })
  async attachment(@Ctx() ctx: RequestContext, @Parent() one: Certificate): Promise<Attachment | null> {
    if (one.attachmentId === null) return null;
    const all = await attachmentsOf(this.database, ctx, one.product);
    return all.find(({ id }) => id === one.attachmentId) ?? null;
  }
}

async function attachmentsOf(database: TenantDatabase, ctx: RequestContext, product: Product): Promise<Attachment[]> {
  product.attachments ??= queryAttachmentsOfProducts(database, ctx, [product.id]).then(
    (found) => found.get(product.id) ?? [],
  );
  return product.attachments;
}
