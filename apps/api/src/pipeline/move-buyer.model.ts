import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsUUID } from 'class-validator';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { BoardCard } from './board.model.ts';
import { BuyerStage, StageChange, StageMoved, StageRefused } from './stage.model.ts';

@InputType({ description: 'A move by hand. Undo is a move back.' })
export class MoveBuyerInput {
  @Field(() => ID, { description: 'Id of the step, made by the client; sent again it changes nothing.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => BuyerStage, { description: 'Where to.' })
  @IsEnum(BuyerStage)
  to!: BuyerStage;

  @Field(() => BuyerStage, { description: 'The stage that the mover saw.' })
  @IsEnum(BuyerStage)
  from!: BuyerStage;
}

@ObjectType({ description: 'The buyer after the move.' })
export class BuyerMoved {
  @Field(() => BoardCard, { description: 'Its card.' })
  card!: BoardCard;

  @Field(() => StageChange, { nullable: true, description: 'The step.' })
  change!: StageChange | null;
}

/** Outcome of a move. */
export const MoveBuyerResult = createUnionType({
  name: 'MoveBuyerResult',
  description: 'Outcome of a move by hand.',
  types: () => [BuyerMoved, NotFound, StageRefused, StageMoved] as const,
});
