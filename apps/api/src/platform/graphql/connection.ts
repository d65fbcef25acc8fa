import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Largest page of any connection. */
export const MAX_PAGE_SIZE = 100;

/** Where a page lies in its list. */
@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field({ description: 'True when `after: endCursor` finds more.' })
  hasNextPage!: boolean;

  @Field({ description: 'True when `before: startCursor` finds more.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor!: string | null;
}

/** One row of a page with its cursor. */
export interface Edge<NodeType> {
  cursor: string;
  node: NodeType;
}

/** A page of rows. */
export interface Connection<NodeType> {
  edges: Edge<NodeType>[];
  pageInfo: PageInfo;
}

/** Arguments of a forward page. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `Rows wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  after?: string;
}

/**
 * Relay connection types `<name>Edge` and `<name>Connection`. Use as
 * `@ObjectType() export class InboxConnection extends connectionOf('Inbox', InboxRow) {}`.
 */
export function connectionOf<NodeType>(name: string, node: Type<NodeType>): Type<Connection<NodeType>> {
  @ObjectType(`${name}Edge`, { description: 'A row with its cursor.' })
  class ConnectionEdge implements Edge<NodeType> {
    @Field({ description: 'Opaque position of the row in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'The row.' })
    node!: NodeType;
  }

  @ObjectType({ isAbstract: true })
  class ConnectionOf implements Connection<NodeType> {
    @Field(() => [ConnectionEdge], { description: 'Rows of the page.' })
    edges!: ConnectionEdge[];

    @Field(() => PageInfo, { description: 'Where the page lies in its list.' })
    pageInfo!: PageInfo;
  }
  return ConnectionOf;
}

/**
 * Makes a page of rows that were read with `limit first + 1`: the extra row only says that there is more.
 * `hasPreviousPage` is true when the page began after a cursor.
 */
export function toConnection<NodeType>(
  rows: readonly NodeType[],
  page: { first: number; after?: string | null },
  cursorOf: (row: NodeType) => string,
): Connection<NodeType> {
  const edges = rows.slice(0, page.first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: Boolean(page.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
