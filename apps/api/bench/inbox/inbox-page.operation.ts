/** The list of the inbox screen as its client asks for it, every field of a row and the type names that its cache needs. */
export const INBOX_PAGE = `query InboxPage($first: Int!, $filter: InboxFilter) {
  inbox(first: $first, filter: $filter) {
    edges {
      node {
        id subject status preview lastMessageAt lastDirection messageCount waitingSince dueAt urgent
        buyerId buyerName buyerCompany buyerCountry grade platformLevel channelId channelName channelPlatform
        assigneeId assigneeName pendingDelivery __typename
      }
      __typename
    }
    pageInfo { hasNextPage endCursor __typename }
    asOf
    __typename
  }
}`;

/** How a person gets in. */
export const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignedIn { viewer { memberships { workspaceId } } } }
}`;

/** A row of the page. */
export type InboxPageRow = Readonly<Record<string, string | number | boolean | null>>;

/** The answer to InboxPage. */
export interface InboxPageAnswer {
  readonly data?: { readonly inbox: { readonly edges: readonly { readonly node: InboxPageRow }[] } };
  readonly errors?: unknown;
}

/** The answer to SignIn. */
export interface SignInAnswer {
  readonly data?: {
    readonly signIn: { readonly viewer?: { readonly memberships: readonly { workspaceId: string }[] } };
  };
}
