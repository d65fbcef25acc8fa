/** The board as its screen asks for it. */
export const BOARD_QUERY = `query Board($group: BoardGroup!, $perColumn: Int!) {
  board(group: $group, perColumn: $perColumn) {
    columns {
      key stage grade count hasMore endCursor handMovable
      sums { minor currency __typename }
      converted { total { minor currency __typename } rates { currency rate onDate source __typename } missing __typename }
      cards {
        id name company country grade computedGrade overridden platformLevel stage stageSince ownerName ownerId waitingDueAt
        orderCount paidLastYear { minor currency __typename } openSample __typename
      }
      __typename
    }
    asOf
    baseCurrency
    __typename
  }
}`;

/** A column as both servers answer it, as far as they are compared. */
export interface AnsweredColumn {
  readonly count: number;
  readonly sums: readonly { readonly minor: string; readonly currency: string }[];
  readonly cards: readonly { readonly id: string; readonly waitingDueAt: string | null }[];
}

/** The answer to Board. */
export interface BoardAnswer {
  readonly data?: { readonly board: { readonly columns: readonly AnsweredColumn[] } };
  readonly errors?: unknown;
}
