import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField, LimitReached, NameTaken } from '../../platform/graphql/shared-refusals.ts';
import { BuyerSaved } from '../record/buyer-saved.type.ts';
import { Tag } from './tag.model.ts';

@InputType({ description: 'A tag for a buyer; the tag is made when there is none of this name.' })
export class AddTagInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field({ description: 'Name of the tag, 1 to 40 characters, whatever the case.' })
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType({ description: 'Another name for a tag.' })
export class RenameTagInput {
  @Field(() => ID, { description: 'The tag.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'New name, 1 to 40 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;
}

/** Outcome of a change to a buyer's tags. */
export const TagResult = createUnionType({
  name: 'TagResult',
  description: 'The buyer with its tags, or why nothing was saved.',
  types: () => [BuyerSaved, NotFound, InvalidField, LimitReached] as const,
});

/** Outcome of a change to a tag of the workspace. */
export const TagSettingResult = createUnionType({
  name: 'TagSettingResult',
  description: 'The tag, or why nothing was saved.',
  types: () => [Tag, NotFound, NameTaken, InvalidField] as const,
});
