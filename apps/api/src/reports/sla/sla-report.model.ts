import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ResponseBand as ResponseBandCode } from '@dangol/crm';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { ResponseSampleRow } from './response-sample.model.ts';
import { ReportClock, ReportMeasure } from './sla-report.input.ts';

const minutes = (description: string) => Field(() => Float, { nullable: true, description });
const share = (description: string) => Field(() => Float, { nullable: true, description });

@ObjectType({
  description:
    'Response times of a group. Durations in minutes with fractions; null without a sample. Percentiles: type 7 of Hyndman & Fan (1996), from raw samples.',
})
export class ResponseFigures {
  @Field(() => Int, { description: 'Answered by a person.' })
  answered!: number;

  @Field(() => Int, { description: 'Not answered yet; closed conversations whose buyer still waits included.' })
  unanswered!: number;

  @Field(() => Int, { description: 'Ended by a decline, apart from the rest.' })
  declined!: number;

  @Field(() => Int, { description: 'Reported as spam, apart from the rest.' })
  spam!: number;

  @minutes('The longest wait so far.')
  oldestWaitMinutes!: number | null;

  @minutes('Mean of the answered.')
  meanMinutes!: number | null;

  @minutes('Median of the answered.')
  medianMinutes!: number | null;

  @minutes('90th percentile of the answered.')
  p90Minutes!: number | null;

  @minutes('95th percentile of the answered.')
  p95Minutes!: number | null;

  @share('Share of decided samples that met their target, 0 to 1.')
  metShare!: number | null;

  @share('Share answered within 24 h of wall-clock time, 0 to 1; open ones older than that count against it.')
  timelyShare!: number | null;

  @share('Share answered within 12 h of wall-clock time.')
  within12HoursShare!: number | null;

  @minutes('Mean over all if every open one were answered at asOf.')
  ifAnsweredNowMinutes!: number | null;

  @minutes('The same in 24 hours.')
  ifAnsweredTomorrowMinutes!: number | null;

  @minutes('Mean with the automatic acknowledgements counted as answers.')
  withAutomaticMeanMinutes!: number | null;

  @Field(() => Int, { description: 'Samples that only an automatic message has answered.' })
  automaticOnly!: number;
}

@ObjectType({ description: 'The response times of one group.' })
export class ResponseGroup {
  @Field(() => String, {
    nullable: true,
    description: 'Id, code or name of the group: member id, channel id, A, KR; null for none.',
  })
  key!: string | null;

  @Field({ description: 'Name of a member or channel, else the code; empty for none.' })
  label!: string;

  @Field(() => ResponseFigures, { description: 'Its figures.' })
  figures!: ResponseFigures;
}

@ObjectType({ description: "Inquiries that arrived in an hour of the week, in the workspace's zone." })
export class ArrivalHour {
  @Field(() => Int, { description: '1 Monday to 7 Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: '0 to 23.' })
  hour!: number;

  @Field(() => Int, { description: 'How many came; spam left out.' })
  arrived!: number;

  @minutes('Mean of the answered among them.')
  meanMinutes!: number | null;
}

@ObjectType({ description: 'The rolling 30-day mean at the end of a day; today as of now.' })
export class RollingMean {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @minutes('Mean of what opened in the 30 days before and was answered by then.')
  meanMinutes!: number | null;

  @Field(() => Int, { description: 'Answered by then.' })
  answered!: number;

  @Field(() => Int, { description: 'Not answered by then.' })
  unanswered!: number;
}

@ObjectType({ description: 'What it takes to stay under the target.' })
export class ResponseForecast {
  @Field(() => [ID], { description: 'Open ones to answer, most helpful first; at most 20.' })
  conversationIds!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'All of them answered within so many minutes keep the mean under the target; null when nothing does.',
  })
  withinMinutes!: number | null;
}

@ObjectType({
  description: 'Buyers whose first inquiry was answered so fast, and how many of them ordered afterwards.',
})
export class ResponseBand {
  @Field(() => String, {
    description: 'UNDER_1H, UNDER_4H, UNDER_12H, UNDER_24H, LATER or UNANSWERED, by wall-clock time, the end included.',
  })
  band!: ResponseBandCode;

  @Field(() => Int, { description: 'Buyers whose first inquiry lies in the period.' })
  buyers!: number;

  @Field(() => Int, { description: 'Of them, those with a paid order after that inquiry, until now.' })
  ordered!: number;

  @share('ordered / buyers, 0 to 1; null without any.')
  share!: number | null;
}

@ObjectType({ description: 'What a report is of.' })
export class SlaReportFilterEcho {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  to!: string;

  @Field(() => ReportMeasure, { description: 'The measure.' })
  measure!: ReportMeasure;

  @Field(() => ReportClock, { description: 'The clock; CALENDAR for PLATFORM, whatever was asked.' })
  clock!: ReportClock;

  @Field(() => DateTime, { description: 'Where the period begins.' })
  since!: Date;

  @Field(() => DateTime, { description: 'Where it ends.' })
  until!: Date;
}

@ObjectType({ description: 'How fast buyers were answered in a period, with what is unanswered beside it.' })
export class SlaReport {
  @Field(() => DateTime, { description: 'The instant it was computed for.' })
  asOf!: Date;

  @Field(() => SlaReportFilterEcho, { description: 'What it is of.' })
  filter!: SlaReportFilterEcho;

  @Field(() => Int, {
    nullable: true,
    description:
      'Target of the 30-day mean, minutes: the strictest of the channels in it. Null on the BUSINESS clock and for RESOLUTION, which have targets per inquiry only.',
  })
  targetMinutes!: number | null;

  @Field(() => ResponseFigures, { description: 'All together.' })
  figures!: ResponseFigures;

  @Field(() => [ResponseGroup], { description: 'By who answered or, without an answer, is assigned; most first.' })
  byMember!: ResponseGroup[];

  @Field(() => [ResponseGroup], { description: 'By channel, most first.' })
  byChannel!: ResponseGroup[];

  @Field(() => [ResponseGroup], { description: 'By grade of the buyer now: A, B, C, none.' })
  byGrade!: ResponseGroup[];

  @Field(() => [ResponseGroup], { description: 'By country of the buyer, most first.' })
  byCountry!: ResponseGroup[];

  @Field(() => [ArrivalHour], { description: 'Hours of the week in which something came.' })
  arrivals!: ArrivalHour[];

  @Field(() => [RollingMean], { description: 'Every day of the period up to today, oldest first.' })
  rolling!: RollingMean[];

  @Field(() => ResponseForecast, { nullable: true, description: 'Null without a target, and when nothing is open.' })
  forecast!: ResponseForecast | null;

  @Field(() => [ResponseBand], { description: 'Conversion by response-time band, fastest first.' })
  conversion!: ResponseBand[];

  @Field(() => [ResponseSampleRow], { description: 'The slowest first, 10 of them; page on by responseSamples.' })
  slowest!: ResponseSampleRow[];
}
