import type { CombinedError } from 'urql';

/** What a person can be told about a request that did not work. `reference` is what support can find in the logs. */
export interface Failure {
  kind: 'offline' | 'unauthenticated' | 'forbidden' | 'not-found' | 'invalid' | 'too-many' | 'server';
  code: string;
  reference: string | null;
  /** English, for developers; screens show their own text by `kind`. */
  message: string;
  fields: readonly FieldProblem[];
}

export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}

const KIND_BY_CODE: Readonly<Record<string, Failure['kind']>> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  WORKSPACE_REQUIRED: 'forbidden',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'invalid',
  GRAPHQL_VALIDATION_FAILED: 'invalid',
  RATE_LIMITED: 'too-many',
};

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'path' in value && 'rule' in value;
}

function requestId(response: unknown): string | null {
  return response instanceof Response ? response.headers.get('x-request-id') : null;
}

/** A coded GraphQL error, an answer that was no GraphQL at all (502 from a proxy), or no answer. */
export function toFailure(error: CombinedError): Failure {
  const reference = requestId(error.response);
  const first = error.graphQLErrors[0];
  if (first) {
    const code = typeof first.extensions['code'] === 'string' ? first.extensions['code'] : 'INTERNAL_SERVER_ERROR';
    const fields = Array.isArray(first.extensions['fields']) ? first.extensions['fields'].filter(isFieldProblem) : [];
    const own = first.extensions['requestId'];
    return {
      kind: KIND_BY_CODE[code] ?? 'server',
      code,
      reference: reference ?? (typeof own === 'string' ? own : null),
      message: first.message,
      fields,
    };
  }
  const status = error.response instanceof Response ? error.response.status : null;
  if (status !== null) {
    const kind = status === 401 ? 'unauthenticated' : status === 429 ? 'too-many' : 'server';
    return { kind, code: `HTTP_${status}`, reference, message: error.message, fields: [] };
  }
  return { kind: 'offline', code: 'OFFLINE', reference: null, message: error.message, fields: [] };
}
