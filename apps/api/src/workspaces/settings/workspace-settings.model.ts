import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEnum, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Node } from '../../platform/graphql/node.type.ts';
import { Refusal } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';
import { LanguageEnum, type Language } from '../language.enum.ts';

/** Longest name of a workspace, the same at sign-up. */
export const MAX_WORKSPACE_NAME = 100;
/** Longest time in which a reply can be taken back, seconds; the table allows no more. */
export const MAX_UNDO_SECONDS = 60;

/** What is stored in the base currency, so that another one would change what it says. */
export const CurrencyHolderEnum = {
  ORDERS: 'ORDERS',
  SAMPLES: 'SAMPLES',
  EXCHANGE_RATES: 'EXCHANGE_RATES',
  BUYERS: 'BUYERS',
  SAMPLE_BUDGET: 'SAMPLE_BUDGET',
  GRADING_RULES: 'GRADING_RULES',
} as const;
/** One of them. */
export type CurrencyHolder = keyof typeof CurrencyHolderEnum;

registerEnumType(CurrencyHolderEnum, {
  name: 'CurrencyHolder',
  description: 'What is stored in the base currency, so that another one would change what it says.',
  valuesMap: {
    ORDERS: { description: 'Orders: each keeps its sum in the base currency.' },
    SAMPLES: { description: 'Samples: each keeps its cost in the base currency.' },
    EXCHANGE_RATES: { description: 'Rates into the base currency that somebody set.' },
    BUYERS: { description: 'Annual purchases of buyers.' },
    SAMPLE_BUDGET: { description: 'The monthly budget of the sample policy.' },
    GRADING_RULES: { description: 'Amounts of grading rules that differ from the default ones.' },
  },
});

@ObjectType({ implements: () => Node, description: 'Settings of the workspace itself.' })
export class WorkspaceSettings extends Node {
  @Field({ description: 'Name of the workspace: the company.' })
  name!: string;

  @Field(() => LanguageEnum, { description: 'Language that the team works in; each person may choose another.' })
  language!: Language;

  @Field({ description: 'IANA zone: days, hours and due times are told in it.' })
  timeZone!: string;

  @Field({ description: 'ISO 4217 code that sums are converted to.' })
  baseCurrency!: string;

  @Field(() => Int, { description: `Seconds during which a reply can be taken back, 0 to ${MAX_UNDO_SECONDS}.` })
  undoSendSeconds!: number;

  @Field(() => [CurrencyHolderEnum], {
    description: 'What keeps the base currency as it is; empty: it can be changed.',
  })
  currencyHeldBy!: CurrencyHolder[];

  @Field(() => [String], { description: 'Base currencies to choose from.' })
  currencies!: readonly string[];
}

@InputType({ description: 'Settings to change; what is left out stays.' })
export class WorkspaceSettingsInput {
  @Field(() => String, { nullable: true, description: `Name of the workspace, 1 to ${MAX_WORKSPACE_NAME} characters.` })
  @IsOptional()
  @IsString()
  @StorableText()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @MaxLength(1_000)
  name?: string | null;

  @Field(() => LanguageEnum, { nullable: true, description: 'Language that the team works in.' })
  @IsOptional()
  @IsEnum(LanguageEnum)
  language?: Language | null;

  @Field(() => String, { nullable: true, description: 'IANA zone; the business hours move to it.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217 code; only while nothing is stored in the present one.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  baseCurrency?: string | null;

  @Field(() => Int, { nullable: true, description: `Seconds, 0 to ${MAX_UNDO_SECONDS}.` })
  @IsOptional()
  @IsInt()
  undoSendSeconds?: number | null;
}

@ObjectType({
  implements: () => Refusal,
  description: 'Amounts are stored in the base currency: another one would change what they say. Nothing was saved.',
})
export class CurrencyInUse extends Refusal {
  @Field(() => [CurrencyHolderEnum], { description: 'What is stored in it.' })
  readonly heldBy: readonly CurrencyHolder[];

  constructor(heldBy: readonly CurrencyHolder[]) {
    super('CURRENCY_IN_USE', 'amounts are stored in the base currency');
    this.heldBy = heldBy;
  }
}

/** Outcome of changing the settings of the workspace. */
export const UpdateWorkspaceSettingsResult = createUnionType({
  name: 'UpdateWorkspaceSettingsResult',
  description: 'Outcome of changing the settings of the workspace.',
  types: () => [WorkspaceSettings, InvalidField, CurrencyInUse] as const,
});
