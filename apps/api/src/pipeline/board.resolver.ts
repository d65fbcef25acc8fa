import { Args, ArgsType, Field, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused, refuse } from '@dangol/db';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { MAX_PAGE_SIZE } from '../platform/graphql/connection.ts';
import { HotList } from '../platform/graphql/hot-list.decorator.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { maySeeContacts, maySeeMoney } from '../platform/permissions/field-permissions.ts';
import type { BoardReader } from './board-cards.sql.ts';
import { queryBoardCard, queryBoardColumn } from './board-column.query.ts';
import { Board, BoardCard, BoardCardPage, BoardFilter, BoardGroup } from './board.model.ts';
import { queryBoard } from './board.query.ts';
import { ChangeStageUseCase } from './change-stage.use-case.ts';
import { BuyerMoved, MoveBuyerInput, MoveBuyerResult } from './move-buyer.model.ts';
import { queryStageChange } from './stage-history.query.ts';

@ArgsType()
class WhichCards {
  @Field(() => BoardGroup, { defaultValue: BoardGroup.STAGE, description: 'What the columns are.' })
  @IsEnum(BoardGroup)
  group!: BoardGroup;

  @Field(() => BoardFilter, { nullable: true, description: 'Which buyers.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BoardFilter)
  filter?: BoardFilter | null;
}

@ArgsType()
class BoardArgs extends WhichCards {
  @Field(() => Int, { defaultValue: 30, description: `Cards wanted in each column, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  perColumn!: number;
}

@ArgsType()
class BoardColumnArgs extends WhichCards {
  @Field({ description: 'Key of the column.' })
  @IsString()
  @MaxLength(20)
  key!: string;

  @Field(() => Int, { defaultValue: 50, description: `Cards wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first!: number;

  @Field({ description: 'endCursor of what was read before.' })
  @IsString()
  @MaxLength(1000)
  after!: string;
}

/** The pipeline board. */
@Resolver(() => BoardCard)
export class BoardResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly changeStage: ChangeStageUseCase,
    private readonly clock: Clock,
  ) {}

  @HotList()
  @Query(() => Board, { description: 'The board: columns by stage or grade, each with its first cards.' })
  @Allow('buyer:read')
  board(@Ctx() ctx: RequestContext, @Args() { group, filter, perColumn }: BoardArgs): Promise<Board> {
    return queryBoard(this.database, readerOf(ctx), group, filter ?? new BoardFilter(), perColumn, this.clock.now());
  }

  @HotList()
  @Query(() => BoardCardPage, { description: 'More cards of a column.' })
  @Allow('buyer:read')
  boardColumn(
    @Ctx() ctx: RequestContext,
    @Args() { group, key, filter, ...page }: BoardColumnArgs,
  ): Promise<BoardCardPage> {
    return queryBoardColumn(this.database, readerOf(ctx), group, key, filter ?? new BoardFilter(), page);
  }

  @Mutation(() => MoveBuyerResult, { description: 'Moves a buyer by hand.' })
  @Allow('pipeline:move')
  async moveBuyer(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The move.' }) input: MoveBuyerInput,
  ): Promise<typeof MoveBuyerResult> {
    const moved = await this.changeStage.byHand(ctx, input, this.clock.now());
    return unwrap(isRefused(moved) ? moved : await this.cardOf(ctx, input));
  }

  private async cardOf(ctx: RequestContext, { id, buyerId }: MoveBuyerInput) {
    const card = await queryBoardCard(this.database, readerOf(ctx), buyerId);
    if (!card) return refuse(new NotFound());
    const change = await queryStageChange(this.database, ctx, id);
    return Object.assign(new BuyerMoved(), { card, change });
  }
}

function readerOf(ctx: RequestContext): BoardReader {
  return { ctx, seesMoney: maySeeMoney(ctx), seesContacts: maySeeContacts(ctx) };
}
