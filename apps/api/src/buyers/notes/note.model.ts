import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';

/** Something a member has written down about a buyer. */
@ObjectType({ description: 'Something a member has written down about a buyer.' })
export class BuyerNote {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Written for its author alone.' })
  private!: boolean;

  @Field({ description: "Another member's private note: text is null until readPrivateNote, which is recorded." })
  hidden!: boolean;

  @Field(() => String, { nullable: true, description: 'What it says; null while hidden.' })
  text!: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last changed.' })
  editedAt!: Date | null;

  @Field({ description: 'The caller wrote it.' })
  mine!: boolean;

  authorId!: string;
}

@InputType({ description: 'A note. The same id again, by its author, changes the note.' })
export class SaveNoteInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field({ description: 'What it says, at most 10,000 characters.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  @StorableText()
  text!: string;

  @Field({ defaultValue: false, description: 'For its author alone.' })
  @IsBoolean()
  private!: boolean;
}

/** Outcome of a change to, or a reading of, a note. */
export const NoteResult = createUnionType({
  name: 'NoteResult',
  description: 'The note, or why there is none.',
  types: () => [BuyerNote, NotFound] as const,
});
