import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BusinessHoursProblem as HoursProblem, DueTimeShift, Weekday } from '@dangol/crm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';
import { Member } from '../../workspaces/index.ts';

/** Why hours cannot be saved: something is wrong with them, or the channel has none of its own. */
type Problem = Omit<HoursProblem, 'code'> & { readonly code: HoursProblem['code'] | 'channelWithoutHours' };

/** A day can hold this many openings; nobody opens more often. */
const MOST_INTERVALS = 12;
/** Holidays of a dozen years in a country with many. */
const MOST_DAYS = 500;
const MAX_NAME = 80;

/** Weekdays, by the name that GraphQL gives them. */
export const WeekdayEnum = {
  MON: 'mon',
  TUE: 'tue',
  WED: 'wed',
  THU: 'thu',
  FRI: 'fri',
  SAT: 'sat',
  SUN: 'sun',
} as const satisfies Record<string, Weekday>;
registerEnumType(WeekdayEnum, { name: 'Weekday', description: 'A day of the week.' });

/** How a special day differs. */
export const SpecialDayKindEnum = { HOURS: 'HOURS', BREAK: 'BREAK' } as const;
/** One of them. */
export type SpecialDayKind = keyof typeof SpecialDayKindEnum;
registerEnumType(SpecialDayKindEnum, {
  name: 'SpecialDayKind',
  description: 'How a special day differs from the week.',
  valuesMap: {
    HOURS: { description: 'These hours replace those of the day, also on a holiday; none closes it.' },
    BREAK: { description: 'These hours are taken out, whatever opened them.' },
  },
});

@ObjectType({ description: 'Open from one local time to another; past midnight when `to` is not after `from`.' })
@InputType('OpenIntervalInput', { description: 'Open from one local time to another.' })
export class OpenInterval {
  @Field({ description: 'HH:MM.' })
  @IsString()
  @MaxLength(40)
  from!: string;

  @Field({ description: 'HH:MM; 24:00 is the end of the day.' })
  @IsString()
  @MaxLength(40)
  to!: string;
}

@ObjectType({ description: 'Opening hours of a weekday.' })
@InputType('WeekdayHoursInput', { description: 'Opening hours of a weekday.' })
export class WeekdayHours {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  @IsEnum(WeekdayEnum)
  weekday!: Weekday;

  @Field(() => [OpenInterval], { description: 'When it is open; lunch lies between two of them. None: closed.' })
  @IsArray()
  @ArrayMaxSize(MOST_INTERVALS)
  @ValidateNested({ each: true })
  @Type(() => OpenInterval)
  intervals!: OpenInterval[];
}

@ObjectType({ description: 'A day on which no shift starts.' })
@InputType('HolidayInput', { description: 'A day on which no shift starts.' })
export class Holiday {
  @Field(() => LocalDate, { description: 'The day.' })
  @IsString()
  date!: string;

  @Field(() => String, { nullable: true, description: `What it is called, at most ${MAX_NAME} characters.` })
  @IsOptional()
  @StorableText()
  @MaxLength(MAX_NAME)
  name?: string | null;
}

@ObjectType({ description: 'A day that differs from the week.' })
@InputType('SpecialDayInput', { description: 'A day that differs from the week.' })
export class SpecialDay {
  @Field(() => LocalDate, { description: 'The day.' })
  @IsString()
  date!: string;

  @Field(() => SpecialDayKindEnum, { description: 'How it differs.' })
  @IsEnum(SpecialDayKindEnum)
  kind!: SpecialDayKind;

  @Field(() => [OpenInterval], { description: 'The hours.' })
  @IsArray()
  @ArrayMaxSize(MOST_INTERVALS)
  @ValidateNested({ each: true })
  @Type(() => OpenInterval)
  intervals!: OpenInterval[];
}

@ObjectType({ description: 'A version of the business hours. Closed inquiries keep citing theirs.' })
export class BusinessHours {
  @Field(() => Int, { description: '1, 2, 3, ...' })
  version!: number;

  @Field({ description: 'IANA zone whose clocks the hours are written in.' })
  timeZone!: string;

  @Field(() => [WeekdayHours], { description: 'Every weekday, Monday first.' })
  weekly!: WeekdayHours[];

  @Field(() => [Holiday], { description: 'Holidays, by date.' })
  holidays!: Holiday[];

  @Field(() => [SpecialDay], { description: 'Days that differ, by date.' })
  specialDays!: SpecialDay[];

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null for the system.' })
  createdBy!: Member | null;
}

@InputType({ description: 'Hours to save as a new version.' })
export class BusinessHoursInput {
  @Field(() => [WeekdayHours], {
    description: 'The week; a day left out is closed, of a day given twice the last counts.',
  })
  @IsArray()
  @ArrayMaxSize(14)
  @ValidateNested({ each: true })
  @Type(() => WeekdayHours)
  weekly!: WeekdayHours[];

  @Field(() => [Holiday], { description: 'Holidays, each once.' })
  @IsArray()
  @ArrayMaxSize(MOST_DAYS)
  @ValidateNested({ each: true })
  @Type(() => Holiday)
  holidays!: Holiday[];

  @Field(() => [SpecialDay], { description: 'Days that differ; of the same day and kind given twice the last counts.' })
  @IsArray()
  @ArrayMaxSize(MOST_DAYS)
  @ValidateNested({ each: true })
  @Type(() => SpecialDay)
  specialDays!: SpecialDay[];

  @Field(() => Int, { description: 'The version that was edited.' })
  @IsInt()
  basedOn!: number;
}

@ObjectType({ description: 'Why hours cannot be saved.' })
export class BusinessHoursProblem {
  @Field({ description: 'Stable code, such as overlappingIntervals.' })
  code!: string;

  @Field({
    description: 'Where: weekly.mon[1], holidays[0], specialHours.2026-12-31[0], breaks.2026-12-24[0] or channelId.',
  })
  path!: string;

  @Field({ description: 'What stands there.' })
  value!: string;
}

@ObjectType({
  implements: () => Refusal,
  description: 'The hours cannot be read, contradict themselves, or never open.',
})
export class InvalidBusinessHours extends Refusal {
  @Field(() => [BusinessHoursProblem], { description: 'Everything that is wrong.' })
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('INVALID_BUSINESS_HOURS', 'the hours cannot be used as they are');
    this.problems = problems;
  }
}

@ObjectType({ description: 'The hours as saved.' })
export class BusinessHoursSaved {
  @Field(() => BusinessHours, { description: 'The version that stands now.' })
  hours!: BusinessHours;

  @Field(() => Int, { description: 'Inquiries that wait.' })
  openInquiries!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Those that got another due time; null when there are so many that a job moves them.',
  })
  movedInquiries!: number | null;
}

@ObjectType({ description: 'What saving these hours would do to the inquiries that wait.' })
export class BusinessHoursPreview {
  @Field(() => Int, { description: 'Inquiries that wait.' })
  openInquiries!: number;

  @Field(() => Int, { description: 'Those that would get another due time.' })
  moved!: number;

  @Field(() => Int, { description: 'Those of them that would be due earlier.' })
  earlier!: number;

  @Field(() => Int, { description: 'Those of them that would be due later.' })
  later!: number;

  @Field(() => Int, { description: 'Those of them that would be overdue at once.' })
  overdue!: number;

  /** As the rule counts it. */
  static of({ open, earlier, later, overdue }: DueTimeShift): BusinessHoursPreview {
    const counts = { openInquiries: open, moved: earlier + later, earlier, later, overdue };
    return Object.assign(new BusinessHoursPreview(), counts);
  }
}

@ObjectType({ description: 'A public holiday of a country.' })
export class PublicHoliday {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field({ description: 'What it is called, in the language asked for where known.' })
  name!: string;
}

/** Outcome of saving hours. */
export const SaveBusinessHoursResult = createUnionType({
  name: 'SaveBusinessHoursResult',
  description: 'Outcome of saving business hours.',
  types: () => [BusinessHoursSaved, InvalidBusinessHours, RulesMoved] as const,
});

/** Outcome of trying hours. */
export const PreviewBusinessHoursResult = createUnionType({
  name: 'PreviewBusinessHoursResult',
  description: 'Outcome of trying business hours.',
  types: () => [BusinessHoursPreview, InvalidBusinessHours] as const,
});
