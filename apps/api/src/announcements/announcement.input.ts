import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BuyerFilter } from '../buyers/index.ts';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { InvalidField, LimitReached } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { Announcement, AnnouncementRecipient, AnnouncementState } from './announcement.model.ts';

@InputType({ description: 'A draft of an announcement to save; the same id again changes it.' })
export class SaveAnnouncementInput {
  @Field(() => ID, { description: 'Id, made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name for the team, 1 to 120 characters.' })
  @IsString()
  @MaxLength(200)
  @StorableText()
  name!: string;

  @Field({ description: 'Text, 1 to 5,000 characters; {name} and {products} are filled in for each buyer.' })
  @IsString()
  @MaxLength(5000)
  @StorableText()
  text!: string;

  @Field(() => [ID], { description: 'Products that are announced, 1 to 20.' })
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  productIds!: string[];

  @Field(() => String, { nullable: true, description: 'Search over the buyers.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @StorableText()
  search?: string | null;

  @Field(() => BuyerFilter, { description: 'Which buyers.' })
  @ValidateNested()
  @Type(() => BuyerFilter)
  filter!: BuyerFilter;
}

@InputType({ description: 'A change to one buyer of a draft.' })
export class ChangeRecipientInput {
  @Field(() => ID, { description: 'The recipient.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { nullable: true, description: 'The text for this buyer, 1 to 50,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(50_000)
  @StorableText()
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False leaves the buyer out, true takes back what was left out by hand.',
  })
  @IsOptional()
  @IsBoolean()
  included?: boolean | null;
}

@InputType({ description: 'Which announcement to send, and to how many.' })
export class SendAnnouncementInput {
  @Field(() => ID, { description: 'The announcement.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'How many buyers the sender saw as ready: with another number nothing is sent.' })
  @IsInt()
  @Min(1)
  count!: number;
}

@ObjectType({ implements: () => Refusal, description: 'The announcement does not allow this act as it stands.' })
export class AnnouncementNotOpen extends Refusal {
  @Field(() => AnnouncementState, { description: 'Where it stands.' })
  readonly state: AnnouncementState;

  constructor(state: AnnouncementState) {
    super('ANNOUNCEMENT_NOT_OPEN', `the announcement is ${state}`);
    this.state = state;
  }
}

@ObjectType({
  implements: () => Refusal,
  description: 'Another number of buyers would be written to than the sender saw; nothing was sent.',
})
export class RecipientsMoved extends Refusal {
  @Field(() => Int, { description: 'How many are ready now.' })
  readonly readyCount: number;

  constructor(readyCount: number) {
    super('RECIPIENTS_MOVED', `${readyCount} buyers are ready now`);
    this.readyCount = readyCount;
  }
}

/** Outcome of saving or sending. */
export const AnnouncementResult = createUnionType({
  name: 'AnnouncementResult',
  description: 'The announcement as it stands, or why nothing changed.',
  types: () => [Announcement, NotFound, InvalidField, LimitReached, AnnouncementNotOpen, RecipientsMoved] as const,
});

/** Outcome of changing one buyer. */
export const RecipientResult = createUnionType({
  name: 'RecipientResult',
  description: 'The recipient as it stands, or why nothing changed.',
  types: () => [AnnouncementRecipient, NotFound, InvalidField, AnnouncementNotOpen] as const,
});
