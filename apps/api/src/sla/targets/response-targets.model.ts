import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade, PlatformLevel, ResponseTargetProblem } from '@dangol/crm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { BuyerGradeEnum, PlatformLevelEnum } from '../../platform/graphql/grade.enums.ts';
import { Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { Member } from '../../workspaces/index.ts';
import { BusinessHoursPreview } from '../hours/business-hours.model.ts';

/** A workspace has fewer channels. */
const MOST_CHANNELS = 200;

@ObjectType({ description: 'Business minutes per grade.' })
@InputType('GradeMinutesInput', { description: 'Business minutes per grade, 1 to 43,200.' })
export class GradeMinutes {
  @Field(() => Int, { description: 'For buyers of grade A.' })
  @IsInt()
  A!: number;

  @Field(() => Int, { description: 'For buyers of grade B.' })
  @IsInt()
  B!: number;

  @Field(() => Int, { description: 'For buyers of grade C, and for those without a grade.' })
  @IsInt()
  C!: number;
}

@ObjectType({ description: 'Targets of one channel.' })
@InputType('ChannelTargetsInput', { description: 'Targets of one channel.' })
export class ChannelTargets {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  channelId!: string;

  @Field(() => GradeMinutes, { description: 'Its minutes.' })
  @ValidateNested()
  @Type(() => GradeMinutes)
  minutes!: GradeMinutes;
}

@ObjectType({ description: 'A level that counts as a better grade.' })
@InputType('LevelCountsInput', { description: 'A level that counts as a better grade.' })
export class LevelCounts {
  @Field(() => PlatformLevelEnum, { description: "The platform's level." })
  @IsEnum(PlatformLevelEnum)
  level!: PlatformLevel;

  @Field(() => BuyerGradeEnum, { description: 'The grade that it is served as; it never lowers one.' })
  @IsEnum(BuyerGradeEnum)
  countsAs!: BuyerGrade;
}

@ObjectType({ description: 'Targets of one measure, business minutes.' })
@InputType('MeasureTargetsInput', { description: 'Targets of one measure, business minutes.' })
export class MeasureTargets {
  @Field(() => GradeMinutes, {
    nullable: true,
    description:
      'For every channel without its own. Null: of the next response those of the first, of resolution nothing is promised.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => GradeMinutes)
  standard!: GradeMinutes | null;

  @Field(() => [ChannelTargets], { defaultValue: [], description: 'Channels with targets of their own.' })
  @IsArray()
  @ArrayMaxSize(MOST_CHANNELS)
  @ValidateNested({ each: true })
  @Type(() => ChannelTargets)
  channels!: ChannelTargets[];
}

@ObjectType({ description: 'A version of the response targets. Closed inquiries keep citing theirs.' })
export class ResponseTargets {
  @Field(() => Int, { description: '1, 2, 3, ...' })
  version!: number;

  @Field(() => MeasureTargets, { description: 'Until the first response of a case.' })
  first!: MeasureTargets;

  @Field(() => MeasureTargets, { description: 'Until a later response in the same case.' })
  next!: MeasureTargets;

  @Field(() => MeasureTargets, { description: 'Until the case is closed, without the waits for the buyer.' })
  resolution!: MeasureTargets;

  @Field(() => [LevelCounts], { description: 'Levels served as a better grade.' })
  levels!: LevelCounts[];

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null for the system.' })
  createdBy!: Member | null;
}

@InputType({ description: 'Targets to save as a new version.' })
export class ResponseTargetsInput {
  @Field(() => Int, { description: 'The version that was edited.' })
  @IsInt()
  basedOn!: number;

  @Field(() => MeasureTargets, { description: 'Until the first response of a case.' })
  @ValidateNested()
  @Type(() => MeasureTargets)
  first!: MeasureTargets;

  @Field(() => MeasureTargets, { description: 'Until a later response in the same case.' })
  @ValidateNested()
  @Type(() => MeasureTargets)
  next!: MeasureTargets;

  @Field(() => MeasureTargets, { description: 'Until the case is closed.' })
  @ValidateNested()
  @Type(() => MeasureTargets)
  resolution!: MeasureTargets;

  @Field(() => [LevelCounts], { defaultValue: [], description: 'Levels served as a better grade, each once.' })
  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => LevelCounts)
  levels!: LevelCounts[];
}

@ObjectType({ description: 'The targets as saved.' })
export class ResponseTargetsSaved {
  @Field(() => ResponseTargets, { description: 'The version that stands now.' })
  targets!: ResponseTargets;

  @Field(() => Int, { description: 'Inquiries that wait.' })
  openInquiries!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Those that got another due time; null when there are so many that a job moves them.',
  })
  movedInquiries!: number | null;
}

@ObjectType({ implements: () => Refusal, description: 'The targets cannot be used as they are.' })
export class InvalidTargets extends Refusal {
  @Field({ description: 'Where: first.standard, next.channels.<id>.A or levels.' })
  readonly path: string;

  constructor({
    code,
    path,
  }: Pick<ResponseTargetProblem, 'path'> & { code: ResponseTargetProblem['code'] | 'repeated' }) {
    super('INVALID_TARGETS', code);
    this.path = path;
  }
}

/** Outcome of saving targets. */
export const SaveResponseTargetsResult = createUnionType({
  name: 'SaveResponseTargetsResult',
  description: 'Outcome of saving response targets.',
  types: () => [ResponseTargetsSaved, InvalidTargets, RulesMoved] as const,
});

/** Outcome of trying targets. */
export const PreviewResponseTargetsResult = createUnionType({
  name: 'PreviewResponseTargetsResult',
  description: 'Outcome of trying response targets.',
  types: () => [BusinessHoursPreview, InvalidTargets] as const,
});
