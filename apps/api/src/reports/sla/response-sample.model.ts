import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { BuyerGradeEnum } from '../../platform/graphql/grade.enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import type { SampleScope } from './sample-scope.ts';

@ObjectType({ description: 'One raw sample of the report.' })
export class ResponseSampleRow {
  @Field(() => ID, { description: 'Of the inquiry, buyer-day or case.' })
  id!: string;

  @Field(() => ID, { description: 'Where it happened.' })
  conversationId!: string;

  @Field(() => ID, { description: 'Who asked.' })
  buyerId!: string;

  @Field({ description: 'Name of the buyer.' })
  buyerName!: string;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'Grade of the buyer now.' })
  grade!: BuyerGrade | null;

  @Field({ description: 'Name of the channel.' })
  channelName!: string;

  @Field(() => DateTime, { description: 'When the clock began.' })
  receivedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered (a case: closed).' })
  respondedAt!: Date | null;

  @Field(() => Float, { description: 'On the clock of the report; for an open one the wait so far.' })
  tookMinutes!: number;

  @Field({ description: 'answered, open, declined or spam.' })
  status!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it kept its target; null while that is open.' })
  met!: boolean | null;

  @Field({ description: 'The first response promised a date and came later.' })
  holding!: boolean;

  @Field(() => String, { nullable: true, description: 'Who answered or, without an answer, is assigned.' })
  responder!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When an automatic message acknowledged it.' })
  automaticAt!: Date | null;
}

@ObjectType({ description: 'Raw samples, the slowest first; declined ones and spam after the others.' })
export class ResponseSampleConnection extends connectionOf('ResponseSample', ResponseSampleRow) {
  /** What `totalCount` counts when it is asked for. */
  scope!: SampleScope;
}
