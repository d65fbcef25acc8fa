import request from 'supertest';
import type { Response } from 'supertest';
import type { TestApp } from './test-app.ts';

/** Who a request is from; nobody when left out. */
export interface Session {
  /** Value of the Cookie header. */
  readonly cookie?: string;
  /** An API key. */
  readonly token?: string;
  /** Slug or id for X-Dangol-Workspace. */
  readonly workspace?: string;
}

/** An error as it leaves GraphQL. */
export interface GraphqlErrorAnswer {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** An answer of /graphql. */
export interface GraphqlAnswer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly GraphqlErrorAnswer[];
  readonly response: Response;
}

type Variables = Readonly<Record<string, unknown>>;

/** Headers of a caller. */
export function headersOf(session: Session | null): Record<string, string> {
  return {
    ...(session?.cookie ? { cookie: session.cookie } : {}),
    ...(session?.token ? { authorization: `Bearer ${session.token}` } : {}),
    ...(session?.workspace ? { 'x-dangol-workspace': session.workspace } : {}),
  };
}

/** Posts one operation, whatever comes of it. */
export async function graphql<Data = Record<string, unknown>>(
  app: TestApp,
  session: Session | null,
  query: string,
  variables: Variables = {},
): Promise<GraphqlAnswer<Data>> {
  const response = await request(app.url).post('/graphql').set(headersOf(session)).send({ query, variables });
  return { data: response.body.data ?? null, errors: response.body.errors, response };
}

/** Posts one operation that has to work; answers its data. */
export async function ok<Data = Record<string, unknown>>(
  app: TestApp,
  session: Session | null,
  query: string,
  variables: Variables = {},
): Promise<Data> {
  const { data, errors } = await graphql<Data>(app, session, query, variables);
  if (errors || !data) throw new Error(`the operation failed: ${JSON.stringify(errors)}\n${app.log.errors}`);
  return data;
}

/** Posts one operation that has to fail with a coded error; answers the code. */
export async function codeOf(
  app: TestApp,
  session: Session | null,
  query: string,
  variables: Variables = {},
): Promise<string> {
  const { data, errors } = await graphql(app, session, query, variables);
  const code = errors?.[0]?.extensions.code;
  if (!code) throw new Error(`the operation did not fail: ${JSON.stringify(data)}`);
  return code;
}
