import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { LanguageEnum, type Language } from '../../workspaces/index.ts';
import {
  BusinessHours,
  BusinessHoursInput,
  PreviewBusinessHoursResult,
  PublicHoliday,
  SaveBusinessHoursResult,
} from './business-hours.model.ts';
import { queryBusinessHours } from './business-hours.query.ts';
import { holidayCountries, publicHolidays } from './public-holidays.ts';
import { OptionalUuidPipe } from './optional-uuid.pipe.ts';
import { SaveBusinessHoursUseCase } from './save-business-hours.use-case.ts';

const OF_CHANNEL = {
  type: () => ID,
  nullable: true,
  description: 'A channel with hours of its own; left out: the workspace.',
} as const;

/** When the team works: what due times are counted in. */
@Resolver(() => BusinessHours)
export class BusinessHoursResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveHours: SaveBusinessHoursUseCase,
  ) {}

  @Query(() => BusinessHours, {
    description: 'The business hours that stand; of a channel without hours of its own those of the workspace.',
  })
  @Allow('workspace:read')
  businessHours(
    @Ctx() ctx: RequestContext,
    @Args('channelId', OF_CHANNEL, OptionalUuidPipe) channelId: string | null,
  ): Promise<BusinessHours> {
    return queryBusinessHours(this.database, ctx, channelId);
  }

  @Query(() => PreviewBusinessHoursResult, {
    description: 'What saving these hours would do to the inquiries that wait.',
  })
  @Allow('workspace:read')
  async previewBusinessHours(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The hours.' }) input: BusinessHoursInput,
    @Args('channelId', OF_CHANNEL, OptionalUuidPipe) channelId: string | null,
  ): Promise<typeof PreviewBusinessHoursResult> {
    return unwrap(await this.saveHours.preview(ctx, input, channelId));
  }

  @Query(() => [PublicHoliday], {
    description:
      'Public holidays of a country in a year, to choose from; none for a country or a year that is not known.',
  })
  @Allow('workspace:read')
  publicHolidays(
    @Args('country', { description: 'ISO 3166-1 code; see holidayCountries.' }) country: string,
    @Args('year', { type: () => Int, description: 'The year, 1970 to 2100.' }) year: number,
    @Args('language', { type: () => LanguageEnum, description: 'Language of the names.' }) language: Language,
  ): Promise<PublicHoliday[]> {
    return publicHolidays(country, year, language);
  }

  @Query(() => [String], { description: 'Countries whose public holidays are known, ISO 3166-1 codes.' })
  @Allow('workspace:read')
  holidayCountries(): Promise<string[]> {
    return holidayCountries();
  }

  @Mutation(() => SaveBusinessHoursResult, {
    description: 'Saves a new version; inquiries that wait get the due time of the new hours, closed ones keep theirs.',
  })
  @Allow('workspace:manage')
  async saveBusinessHours(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The hours.' }) input: BusinessHoursInput,
    @Args('channelId', OF_CHANNEL, OptionalUuidPipe) channelId: string | null,
  ): Promise<typeof SaveBusinessHoursResult> {
    return unwrap(await this.saveHours.execute(ctx, input, channelId));
  }
}
