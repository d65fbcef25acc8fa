import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField, LimitReached, NameTaken } from '../../platform/graphql/shared-refusals.ts';

/** What a custom field holds; the values are `CustomKind` of libs/crm. */
export enum CustomFieldKind {
  TEXT = 'text',
  NUMBER = 'number',
  DATE = 'date',
  CHOICE = 'choice',
}
registerEnumType(CustomFieldKind, { name: 'CustomFieldKind', description: 'What a custom field holds.' });

/** A field that the workspace has added to its buyers. */
@ObjectType({ description: 'A field that the workspace has added to its buyers.' })
export class CustomField {
  @Field(() => ID, { description: 'UUID; values and filters go by it, so that a new name changes neither.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => CustomFieldKind, { description: 'What it holds.' })
  kind!: CustomFieldKind;

  @Field(() => [String], { description: 'What can be chosen; empty unless CHOICE.' })
  choices!: string[];

  @Field(() => Int, { description: 'Place among the fields, from 1.' })
  position!: number;

  @Field({ description: 'No longer shown; its values are kept.' })
  archived!: boolean;

  /** Set where it was counted with the rest; otherwise the resolver counts. */
  usedBy?: number;
}

/** A custom field of a buyer with what is entered. */
@ObjectType({ description: 'A custom field of a buyer with what is entered.' })
export class CustomValue {
  @Field(() => CustomField, { description: 'The field.' })
  field!: CustomField;

  @Field(() => String, { nullable: true, description: 'Text, plain number, YYYY-MM-DD or choice; null when empty.' })
  value!: string | null;
}

@InputType({ description: 'A custom field. The same id again changes it; the kind of a field in use stays.' })
export class SaveCustomFieldInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Name, 1 to 60 characters.' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @Field(() => CustomFieldKind, { description: 'What it holds.' })
  @IsEnum(CustomFieldKind)
  kind!: CustomFieldKind;

  @Field(() => [String], { nullable: true, description: 'What can be chosen, 1 to 50; only with CHOICE.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  choices?: string[] | null;
}

@InputType({ description: 'A value for a custom field of a buyer.' })
export class SetCustomValueInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => ID, { description: 'The field.' })
  @IsUUID()
  fieldId!: string;

  @Field(() => String, { nullable: true, description: 'New value; null clears.' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'The value that the editor saw.' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  seen?: string | null;
}

/** Outcome of a change to a custom field. */
export const CustomFieldResult = createUnionType({
  name: 'CustomFieldResult',
  description: 'The custom field, or why nothing was saved.',
  types: () => [CustomField, NotFound, NameTaken, InvalidField, LimitReached] as const,
});
