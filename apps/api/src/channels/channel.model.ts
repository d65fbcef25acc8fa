import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { NameTaken } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** How a channel is connected. */
export enum ChannelKind {
  WEBHOOK = 'webhook',
  DEMO = 'demo',
  FILE = 'file',
  EMAIL = 'email',
  MANUAL = 'manual',
}
registerEnumType(ChannelKind, {
  name: 'ChannelKind',
  description:
    'How a channel is connected. DEMO accepts every reply and sends nothing; FILE holds imported messages and carries no replies.',
  valuesMap: {
    EMAIL: { description: 'A mailbox: read by IMAP, answered by SMTP.' },
    MANUAL: {
      description: 'Written down by hand: phone calls, fairs. Carries no replies; a logged call answers.',
    },
  },
});

/** Where a channel's messages come from. */
export enum ChannelPlatform {
  ALIBABA = 'alibaba',
  ALIEXPRESS = 'aliexpress',
  EMAIL = 'email',
  WEB_FORM = 'web_form',
  PHONE = 'phone',
  FAIR = 'fair',
  OTHER = 'other',
}
registerEnumType(ChannelPlatform, {
  name: 'ChannelPlatform',
  description: 'The platform whose messages a channel carries.',
  valuesMap: { PHONE: { description: 'The phone.' }, FAIR: { description: 'A fair or a visit.' } },
});

/** Whether a channel carries messages. */
export enum ChannelStatus {
  ACTIVE = 'active',
  FAILING = 'failing',
  PAUSED = 'paused',
}
registerEnumType(ChannelStatus, {
  name: 'ChannelStatus',
  description: 'FAILING: the last deliveries were not accepted.',
});

/** What an automatic acknowledgement says in a language. */
@ObjectType({ description: 'What an automatic acknowledgement says in a language.' })
export class AutoReplyText {
  @Field({ description: 'ISO 639-1.' })
  language!: string;

  @Field({
    description: 'The words; below them stands always that the message is automatic and that a person answers.',
  })
  text!: string;
}

/** The automatic acknowledgement of a channel. */
@ObjectType({
  description:
    'The automatic acknowledgement of a channel: it says that it is automatic, offers a person, and stops no clock.',
})
export class AutoReply {
  @Field({ description: 'Whether it is sent.' })
  enabled!: boolean;

  @Field({ description: 'Only while the office is closed.' })
  onlyOutOfHours!: boolean;

  @Field(() => [AutoReplyText], { description: 'By language; the first is for every other language.' })
  texts!: AutoReplyText[];
}

/** A source of inquiries and the way our replies go back. */
@ObjectType({ implements: () => Node, description: 'A source of inquiries, and the way our replies go back.' })
export class Channel extends Node {
  @Field({ description: 'Name the team gave it; unique.' })
  name!: string;

  @Field(() => ChannelKind, { description: 'How it is connected.' })
  kind!: ChannelKind;

  @Field(() => ChannelPlatform, { description: 'Whose messages it carries.' })
  platform!: ChannelPlatform;

  @Field(() => ChannelStatus, { description: 'Whether it carries messages now.' })
  status!: ChannelStatus;

  @Field(() => String, { nullable: true, description: 'Why it fails, in words.' })
  statusDetail!: string | null;

  @Field({ description: 'Key in the address of its webhook, POST /channels/{key}/messages. Not a secret.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where our replies are posted; without one, replies cannot be delivered.',
  })
  deliveryUrl!: string | null;

  @Field(() => Int, { description: 'Deliveries that could not become messages and wait for a person.' })
  exceptionCount!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field({ description: "Hours of its own instead of the workspace's." })
  ownHours!: boolean;

  @Field(() => String, { nullable: true, description: "IANA zone of the platform's day; null for the workspace's." })
  platformZone!: string | null;

  @Field(() => Int, { description: 'Target of the 30-day mean, minutes.' })
  meanTargetMinutes!: number;

  @Field(() => [String], { description: 'Senders that start no clock: an id, an address or @domain.' })
  excludedSenders!: string[];

  @Field({ description: 'Whether the assistant may answer by itself when the gate lets it.' })
  autoMode!: boolean;

  @Field({ description: 'Whether replies can leave through it.' })
  canSend!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When something last came in; right to the minute.' })
  lastReceivedAt!: Date | null;

  @Field(() => AutoReply, { description: 'The automatic acknowledgement.' })
  autoReply!: AutoReply;
}

/** A channel after a change. */
@ObjectType({ description: 'A channel after a change.' })
export class ChannelSaved {
  @Field(() => Channel, { description: 'The channel as stored.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: 'Key of the signatures; shown once, when made or rotated.' })
  signingSecret!: string | null;

  constructor(channel: Channel, signingSecret: string | null) {
    this.channel = channel;
    this.signingSecret = signingSecret;
  }
}

/** The delivery address cannot be used. */
@ObjectType({ implements: () => Refusal, description: 'The delivery address cannot be used; message says why.' })
export class InvalidDeliveryUrl extends Refusal {
  constructor(message: string) {
    super('INVALID_DELIVERY_URL', message);
  }
}

export const SaveChannelResult = createUnionType({
  name: 'SaveChannelResult',
  description: 'A saved channel, or why nothing was saved.',
  types: () => [ChannelSaved, NotFound, NameTaken, InvalidDeliveryUrl] as const,
});

@InputType({ description: 'A new webhook channel. The client makes the id; sending it again changes nothing.' })
export class CreateChannelInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name for the team, 1 to 80 characters.' })
  @IsString()
  @IsNotEmpty()
  @Length(1, 80)
  name!: string;

  @Field(() => ChannelPlatform, { description: 'Whose messages it carries.' })
  @IsEnum(ChannelPlatform)
  platform!: ChannelPlatform;

  @Field(() => String, { nullable: true, description: 'Address that takes our replies.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  deliveryUrl?: string | null;
}

@InputType({ description: 'A new channel of hand entry.' })
export class CreateManualChannelInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name for the team, 1 to 80 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @Length(1, 80)
  name!: string;

  @Field(() => ChannelPlatform, { description: 'PHONE, FAIR or OTHER.' })
  @IsIn([ChannelPlatform.PHONE, ChannelPlatform.FAIR, ChannelPlatform.OTHER])
  platform!: ChannelPlatform;
}

@InputType({ description: 'Changes to a channel; what is left out stays.' })
export class UpdateChannelInput {
  @Field(() => ID, { description: 'The channel.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { nullable: true, description: 'New name, 1 to 80 characters.' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'New delivery address; null removes it.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  deliveryUrl?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'A paused channel takes and sends nothing.' })
  @IsOptional()
  @IsBoolean()
  paused?: boolean | null;
}
