import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, MaxLength, Min } from 'class-validator';
import { Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';

@ObjectType({ description: 'An inquiry whose deadline or result would change.' })
export class RecomputedInquiry {
  @Field(() => ID, { description: 'The conversation.' })
  conversationId!: string;

  @Field({ description: 'Who asked.' })
  buyerName!: string;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => DateTime, { description: 'When it was due.' })
  dueBefore!: Date;

  @Field(() => DateTime, { description: 'When it would have been due.' })
  dueAfter!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was answered in time; null for declined and spam.' })
  metBefore!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it would have been.' })
  metAfter!: boolean | null;
}

@ObjectType({ description: 'What measuring the past anew would change. Nothing is stored.' })
export class RecomputationPreview {
  @Field(() => LocalDate, { description: 'First day on which they were opened, in the workspace’s zone.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  to!: string;

  @Field(() => Int, { description: 'Inquiries of these days that have ended.' })
  inquiries!: number;

  @Field(() => Int, { description: 'Due times that would move.' })
  movedDue!: number;

  @Field(() => Int, { description: 'Met that would become missed.' })
  becomeMissed!: number;

  @Field(() => Int, { description: 'Missed that would become met.' })
  becomeMet!: number;

  @Field(() => [RecomputedInquiry], { description: 'The first 200 that change, oldest first.' })
  changes!: RecomputedInquiry[];
}

@InputType({ description: 'A past to measure anew by the hours and targets that stand.' })
export class RecomputePastInput {
  @Field(() => LocalDate, { description: 'First day, in the workspace’s zone.' })
  @IsString()
  from!: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  @IsString()
  to!: string;

  @Field({ description: 'Why, 1 to 500 characters; kept in the audit log.' })
  @StorableText()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;

  @Field(() => Int, {
    description: 'movedDue + becomeMissed + becomeMet of the preview that was looked at: refused when it differs now.',
  })
  @IsInt()
  @Min(0)
  expectedChanges!: number;
}

@ObjectType({
  implements: () => Refusal,
  description: 'The past is not as the preview showed it; nothing was changed.',
})
export class PastMoved extends Refusal {
  @Field(() => Int, { description: 'movedDue + becomeMissed + becomeMet now.' })
  readonly changes: number;

  constructor(changes: number) {
    super('PAST_MOVED', `it would change ${changes} now; look at the preview again`);
    this.changes = changes;
  }
}

@ObjectType({ description: 'The past as measured anew.' })
export class PastRecomputed {
  @Field(() => Int, { description: 'Inquiries that were measured.' })
  inquiries!: number;

  @Field(() => Int, { description: 'Those of them that are stored otherwise now.' })
  changed!: number;
}

/** Outcome of measuring the past anew. */
export const RecomputePastResult = createUnionType({
  name: 'RecomputePastResult',
  description: 'Outcome of measuring the past anew.',
  types: () => [PastRecomputed, PastMoved] as const,
});
