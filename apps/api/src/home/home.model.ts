import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { InboxCounts, InboxRow } from '../inbox/index.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { ResponseForecast } from '../reports/index.ts';

@ObjectType({
  description:
    'How fast a channel was answered in the last 30 days, as the marketplace scores it: the PLATFORM report of the channel, with the unanswered beside it.',
})
export class ResponseHeadline {
  @Field(() => ID, { description: 'The channel.' })
  channelId!: string;

  @Field({ description: 'Its name.' })
  channelName!: string;

  @Field(() => Float, { nullable: true, description: 'Mean of the answered, minutes; null without any.' })
  meanMinutes!: number | null;

  @Field(() => Int, { description: 'Target of the mean, minutes, as the channel says.' })
  targetMinutes!: number;

  @Field(() => Int, { description: 'Buyer-days answered in the last 30 days.' })
  answered!: number;

  @Field(() => Int, { description: 'Buyer-days of the last 30 days that wait.' })
  unanswered!: number;

  @Field(() => Int, { nullable: true, description: 'Longest wait, minutes.' })
  oldestWaitMinutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean if every waiting inquiry were answered now.' })
  ifAnsweredNowMinutes!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share answered within 24 h, 0 to 1.' })
  timelyShare!: number | null;

  @Field(() => ResponseForecast, {
    nullable: true,
    description: 'What it takes to stay under the target; null when nothing is open.',
  })
  forecast!: ResponseForecast | null;

  @Field(() => Float, { nullable: true, description: 'Mean with automatic acknowledgements counted.' })
  withAutomaticMeanMinutes!: number | null;
}

@ObjectType({ description: 'Whether the assistant may send by itself. Replies of people and acknowledgements go on.' })
export class AutoSend {
  @Field({ description: 'Paused: nothing leaves that no person sent.' })
  paused!: boolean;

  @Field(() => Int, { description: 'Channels that let the assistant answer when it is not paused.' })
  channels!: number;
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

  @Field(() => AutoSend, { description: 'Whether the assistant may send by itself.' })
  autoSend!: AutoSend;

  @Field(() => [InboxRow], {
    description:
      'Conversations whose holding reply promised an answer for today or before, the oldest promise first; the first 50.',
  })
  promises!: InboxRow[];
}
