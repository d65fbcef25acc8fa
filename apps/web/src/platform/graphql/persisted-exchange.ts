import { type Exchange, type Operation, type OperationResult, makeOperation } from 'urql';
import { filter, makeSubject, map, merge, pipe } from 'wonka';

/** Hash that codegen embedded in a document; absent for a document that was not made by codegen. */
export function documentHash(query: Operation['query']): string | null {
  if (!('__meta__' in query)) return null;
  const meta = query.__meta__;
  return typeof meta === 'object' && meta !== null && 'hash' in meta && typeof meta.hash === 'string'
    ? meta.hash
    : null;
}

/** Names the operation by its hash; `miss` makes urql send the text beside it, which also teaches the server. */
export function withPersistedQuery(operation: Operation, miss: boolean): Operation {
  const sha256Hash = documentHash(operation.query);
  if (sha256Hash === null) return operation;
  return makeOperation(operation.kind, {
    ...operation,
    extensions: {
      ...operation.extensions,
      persistedQuery: { version: 1, sha256Hash, ...(miss ? { miss: true } : {}) },
    },
  });
}

/** True when the server does not know the hash (another version of it, or a restart) or takes no hashes at all. */
export function isPersistedMiss(result: OperationResult): boolean {
  return (
    result.error?.graphQLErrors.some(
      ({ extensions }) =>
        extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND' || extensions['code'] === 'PERSISTED_QUERY_NOT_SUPPORTED',
    ) ?? false
  );
}

/** Sends queries and mutations by hash, and once more with their text when the server does not know the hash. */
export const persistedExchange: Exchange =
  ({ forward }) =>
  (operations$) => {
    const retries = makeSubject<Operation>();
    const direct$ = pipe(
      operations$,
      map((operation) =>
        operation.kind === 'query' || operation.kind === 'mutation' ? withPersistedQuery(operation, false) : operation,
      ),
    );
    return pipe(
      merge([direct$, retries.source]),
      forward,
      filter((result) => {
        const retried = Boolean(result.operation.extensions?.persistedQuery?.miss);
        if (retried || !isPersistedMiss(result)) return true;
        retries.next(withPersistedQuery(result.operation, true));
        return false;
      }),
    );
  };
