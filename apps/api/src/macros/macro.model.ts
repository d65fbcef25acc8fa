import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { NameTaken } from '../platform/graphql/shared-refusals.ts';

@ObjectType({ description: 'A prepared reply in one language.' })
export class MacroText {
  @Field({ description: 'ISO 639-1.' })
  language!: string;

  @Field({ description: 'The text, with variables such as {buyer.name}.' })
  text!: string;
}

@ObjectType({ implements: () => Node, description: 'A prepared reply with variables such as {buyer.name}.' })
export class Macro extends Node {
  @Field({ description: 'Name for the team.' })
  name!: string;

  @Field(() => [MacroText], { description: 'By language; the first is for every other language.' })
  texts!: MacroText[];

  @Field({ description: 'Inserting it adds a link through which the buyer sends files.' })
  asksForFiles!: boolean;

  @Field(() => Int, { description: 'Counts up with each change.' })
  version!: number;

  @Field(() => Int, { description: 'Replies that left with it in the last 30 days.' })
  used30Days!: number;

  @Field(() => DateTime, { nullable: true, description: 'When a reply last left with it.' })
  lastUsedAt!: Date | null;

  @Field({ description: 'Put away: offered to nobody. Saving it again brings it back.' })
  archived!: boolean;
}

@ObjectType({ implements: () => Refusal, description: 'A text names a variable that there is not; nothing was saved.' })
export class UnknownVariable extends Refusal {
  @Field({ description: 'What stands in the braces.' })
  readonly variable: string;

  constructor(variable: string) {
    super('UNKNOWN_VARIABLE', `there is no variable {${variable}}`);
    this.variable = variable;
  }
}

@ObjectType({ implements: () => Refusal, description: 'Somebody saved the macro meanwhile; nothing was saved.' })
export class MacroMoved extends Refusal {
  @Field(() => Int, { description: 'The version that stands now.' })
  readonly version: number;

  constructor(version: number) {
    super('MACRO_MOVED', `version ${version} was saved meanwhile`);
    this.version = version;
  }
}

@ObjectType({ description: 'A macro filled in for a conversation.' })
export class FilledMacro {
  @Field(() => ID, { description: 'The macro.' })
  macroId!: string;

  @Field({ description: 'Language of the text, ISO 639-1.' })
  language!: string;

  @Field({ description: 'The text; variables without a value stand in it as they are.' })
  text!: string;

  @Field(() => [String], { description: 'Variables without a value; they stand in the text as they are.' })
  missing!: string[];
}

export const SaveMacroResult = createUnionType({
  name: 'SaveMacroResult',
  description: 'The macro as stored, or why nothing was saved.',
  types: () => [Macro, NameTaken, UnknownVariable, MacroMoved, NotFound] as const,
});

export const FillMacroResult = createUnionType({
  name: 'FillMacroResult',
  description: 'The filled text, or that there is no such macro or conversation.',
  types: () => [FilledMacro, NotFound] as const,
});
