import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { ArrayMaxSize, IsEnum, IsISO31661Alpha2, IsOptional, IsString, IsUUID } from 'class-validator';
import { BuyerGradeEnum } from '../../platform/graphql/grade.enums.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';

/** Which clock durations are counted on. */
export enum ReportClock {
  CALENDAR = 'CALENDAR',
  BUSINESS = 'BUSINESS',
}
registerEnumType(ReportClock, {
  name: 'ReportClock',
  description: 'What the SLA report is of.',
  valuesMap: {
    CALENDAR: { description: 'Elapsed time, nights and holidays included.' },
    BUSINESS: { description: 'Time inside the opening hours.' },
  },
});

/** What is measured. */
export enum ReportMeasure {
  PLATFORM = 'PLATFORM',
  RESPONSE = 'RESPONSE',
  FIRST = 'FIRST',
  NEXT = 'NEXT',
  RESOLUTION = 'RESOLUTION',
}
registerEnumType(ReportMeasure, {
  name: 'ReportMeasure',
  description: 'Which measure.',
  valuesMap: {
    PLATFORM: { description: 'Buyer-days, as the marketplace scores them. Always on the calendar clock.' },
    RESPONSE: { description: 'First response of every inquiry.' },
    FIRST: { description: 'Those that open a conversation or follow a closed one.' },
    NEXT: { description: 'Those that follow an answered one in the same conversation.' },
    RESOLUTION: {
      description: 'From the first inquiry until the conversation was closed; waits for the buyer do not count.',
    },
  },
});

@InputType({
  description:
    'Which response times. A sample belongs to the period in which it was opened. PLATFORM periods that end today are the last n times 24 hours, as the marketplace counts: 30 days up to today are what Home shows.',
})
export class SlaReportFilter {
  @Field(() => LocalDate, { description: "First day, in the workspace's zone." })
  @IsString()
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, not before the first and less than 5 years and a day after it.' })
  @IsString()
  to!: string;

  @Field(() => ReportMeasure, { defaultValue: ReportMeasure.RESPONSE, description: 'What is measured.' })
  @IsEnum(ReportMeasure)
  measure!: ReportMeasure;

  @Field(() => ReportClock, { defaultValue: ReportClock.CALENDAR, description: 'Clock of the durations.' })
  @IsEnum(ReportClock)
  clock!: ReportClock;

  @Field(() => [ID], { nullable: true, description: 'Only these channels.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  channelId?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those that these people answered or, without an answer, are assigned to.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  memberId?: string[] | null;

  @Field(() => [BuyerGradeEnum], { nullable: true, description: 'Only of buyers with these grades now.' })
  @IsOptional()
  @ArrayMaxSize(3)
  @IsEnum(BuyerGradeEnum, { each: true })
  grade?: BuyerGrade[] | null;

  @Field(() => [String], { nullable: true, description: 'Only of buyers in these countries, ISO 3166-1 alpha-2.' })
  @IsOptional()
  @ArrayMaxSize(250)
  @IsISO31661Alpha2({ each: true })
  country?: string[] | null;
}
