import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NotFound, Refusal } from '../../../platform/graphql/refusal.type.ts';
import { DateTime } from '../../../platform/graphql/scalars.ts';
import { NameTaken } from '../../../platform/graphql/shared-refusals.ts';
import { StorableText } from '../../../platform/graphql/storable-text.ts';
import { ChannelSaved } from '../../channel.model.ts';
import type { ConnectionFailure } from '../connection-failure.ts';

/** How a mail connection is secured. */
export enum MailSecurity {
  TLS = 'tls',
  STARTTLS = 'starttls',
  NONE = 'none',
}
registerEnumType(MailSecurity, {
  name: 'MailSecurity',
  description: 'How a mail connection is secured.',
  valuesMap: {
    TLS: { description: 'TLS from the first byte.' },
    STARTTLS: { description: 'Plain at first, TLS before the password; refused without it.' },
    NONE: { description: 'No encryption; only for servers on this machine.' },
  },
});

/** A host name or an address, without a scheme or a path. */
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/;

/** A mail server of a channel. */
@ObjectType({ description: 'A mail server of a channel.' })
export class MailServer {
  @Field({ description: 'Host name.' })
  host!: string;

  @Field(() => Int, { description: 'Port, 1 to 65535.' })
  port!: number;

  @Field(() => MailSecurity, { description: 'How the connection is secured.' })
  security!: MailSecurity;

  @Field({ description: 'Name to sign in with.' })
  user!: string;
}

@InputType({ description: 'A mail server of a channel.' })
export class MailServerInput {
  @Field({ description: 'Host name.' })
  @IsString()
  @Matches(HOST, { message: 'must be a host name' })
  host!: string;

  @Field(() => Int, { description: 'Port, 1 to 65535.' })
  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  @Field(() => MailSecurity, { description: 'How the connection is secured.' })
  @IsEnum(MailSecurity)
  security!: MailSecurity;

  @Field({ description: 'Name to sign in with.' })
  @IsString()
  @Matches(/^[^\u0000-\u001f\u007f]{1,320}$/, { message: 'must be a name of 1 to 320 characters' })
  user!: string;
}

/** How an e-mail channel is connected. */
@ObjectType({ description: 'How an e-mail channel is connected. The password is never shown.' })
export class MailConnection {
  @Field({ description: 'Address that our mail comes from.' })
  address!: string;

  @Field(() => String, { nullable: true, description: "Name beside the address; null for the author's own." })
  senderName!: string | null;

  @Field(() => MailServer, { description: 'Where mail is read.' })
  imap!: MailServer;

  @Field(() => MailServer, { description: 'Where mail is sent.' })
  smtp!: MailServer;

  @Field({ description: 'Folder that is read.' })
  folder!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the mailbox was last read to its end; null before.',
  })
  readAt!: Date | null;
}

@InputType({ description: 'A mailbox to connect.' })
export class MailConnectionInput {
  @Field({ description: 'Address that our mail comes from.' })
  @IsEmail()
  address!: string;

  @Field(() => String, { nullable: true, description: "Name beside the address; null for the author's own." })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(100)
  @Matches(/^[^\u0000-\u001f\u007f]*$/, { message: 'must be one line' })
  senderName?: string | null;

  @Field(() => MailServerInput, { description: 'Where mail is read.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MailServerInput)
  imap!: MailServerInput;

  @Field(() => MailServerInput, { description: 'Where mail is sent.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MailServerInput)
  smtp!: MailServerInput;

  @Field({ defaultValue: 'INBOX', description: 'Folder that is read.' })
  @IsString()
  @Matches(/^[^\u0000-\u001f\u007f]{1,255}$/, { message: 'must be a name of 1 to 255 characters' })
  folder!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Password for both servers; null keeps the stored one.',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[^\u0000\r\n]{1,1000}$/, { message: 'must be one line of 1 to 1,000 characters' })
  password?: string | null;
}

@InputType({ description: 'A new e-mail channel. Both servers are tried before it is stored.' })
export class CreateMailChannelInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name for the team, 1 to 80 characters.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @Length(1, 80)
  name!: string;

  @Field(() => MailConnectionInput, { description: 'The mailbox.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MailConnectionInput)
  mail!: MailConnectionInput;
}

/** What is wrong with a mail connection. */
@ObjectType({ implements: () => Refusal, description: 'What is wrong with a mail connection.' })
export class MailConnectionFailed extends Refusal {
  @Field({ description: 'imap or smtp.' })
  readonly server: string;

  @Field({
    description: 'PASSWORD_REFUSED, CERTIFICATE_MISMATCH, UNREACHABLE, TLS_REQUIRED, FOLDER_MISSING or PROTOCOL.',
  })
  readonly reason: string;

  constructor({ server, reason, message }: ConnectionFailure) {
    super('MAIL_CONNECTION_FAILED', message);
    this.server = server;
    this.reason = reason;
  }
}

export const SaveMailChannelResult = createUnionType({
  name: 'SaveMailChannelResult',
  description: 'A saved e-mail channel, or why nothing was saved.',
  types: () => [ChannelSaved, NotFound, NameTaken, MailConnectionFailed] as const,
});
