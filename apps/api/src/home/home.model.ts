import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { InboxCounts, InboxRow } from '../inbox/index.ts';
import { DateTime } from '../platform/graphql/scalars.ts';

@ObjectType({
  description:
    'How fast a channel was answered: wall-clock first responses of the last 30 days, with the unanswered beside them.',
})
export class ResponseHeadline {
  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field({ description: 'Its name.' })
  channelName!: string;

  @Field(() => Float, { nullable: true, description: 'Mean of the answered, minutes; null without any.' })
  meanMinutes!: number | null;

  @Field(() => Int, { description: 'Target of the mean, minutes: 240, on AliExpress 720.' })
  targetMinutes!: number;

  @Field(() => Int, { description: 'Inquiries answered in the last 30 days.' })
  answered!: number;

  @Field(() => Int, { description: 'Inquiries that wait.' })
  unanswered!: number;

  @Field(() => Int, { nullable: true, description: 'Longest wait, minutes.' })
  oldestWaitMinutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean if every waiting inquiry were answered now.' })
  ifAnsweredNowMinutes!: number | null;
}

@ObjectType({ description: 'What the day asks for.' })
export class Home {
  @Field(() => DateTime, { description: 'The instant it was computed for.' })
  asOf!: Date;

  @Field(() => [ResponseHeadline], {
    description: 'Per channel, the one furthest over (or nearest to) its target first.',
  })
  headlines!: ResponseHeadline[];

  @Field(() => InboxCounts, { description: 'How much waits.' })
  counts!: InboxCounts;

  @Field(() => [InboxRow], { description: 'Who waits, in queue order; the first 50.' })
  due!: InboxRow[];

  @Field(() => Int, { description: 'Replies that no channel accepted.' })
  failedDeliveries!: number;

  @Field(() => Int, { description: 'Deliveries that could not become messages.' })
  inboundExceptions!: number;

  @Field(() => Int, { description: "Inquiries answered today, in the workspace's zone." })
  answeredToday!: number;
}
