/** Columns that a row of the list and a buyer by itself both have. */
const COLUMNS = 'id name company country grade platformLevel stage tags lastContactAt __typename';

/** The list of the buyers screen, searched. */
export const BUYER_SEARCH = `query BuyerSearch($search: String!, $first: Int!) {
  buyers(search: $search, first: $first) { edges { node { ${COLUMNS} } __typename } pageInfo { hasNextPage endCursor __typename } __typename }
}`;

/** One buyer by its primary key. */
export const BUYER_BY_KEY = `query BuyerByKey($id: ID!) { buyer(id: $id) { ${COLUMNS} } }`;

/** The answer to BuyerSearch. */
export interface BuyerSearchAnswer {
  readonly data?: { readonly buyers: { readonly edges: readonly { readonly node: { readonly id: string } }[] } };
  readonly errors?: unknown;
}

/** What people type, with the fewest rows that it has to find at any scale. */
export const QUERIES: readonly { readonly search: string; readonly atLeast: number }[] = [
  { search: '김수', atLeast: 1 },
  { search: '수진', atLeast: 1 },
  { search: '김', atLeast: 1 },
  { search: 'kowal', atLeast: 1 },
  { search: 'cafe', atLeast: 1 },
  { search: 'shop12', atLeast: 1 },
  { search: 'example', atLeast: 20 }, // everybody
  { search: 'anna kowalska', atLeast: 1 },
  { search: '00012', atLeast: 1 },
  { search: '010-0000-1234', atLeast: 1 },
  { search: 'qzxwv', atLeast: 0 },
];
