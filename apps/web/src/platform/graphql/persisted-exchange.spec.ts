import { Client, type Operation, type OperationResult, fetchExchange } from 'urql';
import { parse } from 'graphql';
import { persistedExchange } from './persisted-exchange.ts';

const hash = 'a'.repeat(64);
const persisted = Object.assign(parse('query Viewer { viewer { __typename } }'), { __meta__: { hash } });

/** A client whose server answers each request by `respond`; collects the bodies sent. */
function clientWith(respond: (body: { query?: string }) => unknown) {
  const bodies: { query?: string; extensions?: Operation['extensions'] }[] = [];
  const client = new Client({
    url: 'http://api.test/graphql',
    preferGetMethod: false,
    exchanges: [persistedExchange, fetchExchange],
    fetch: async (_url, init) => {
      const body = JSON.parse(String(init?.body));
      bodies.push(body);
      return new Response(JSON.stringify(respond(body)), { headers: { 'content-type': 'application/json' } });
    },
  });
  return { client, bodies };
}

const miss = { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
const found = { data: { viewer: { __typename: 'Viewer' } } };

describe('persistedExchange', () => {
  it('sends the hash without the text', async () => {
    const { client, bodies } = clientWith(() => found);
    const result: OperationResult = await client.query(persisted, {}).toPromise();
    expect(result.data).toEqual(found.data);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
    expect(bodies[0]?.query).toBeUndefined();
  });

  it('sends the text beside the hash once the server says it does not know it', async () => {
    const { client, bodies } = clientWith((body) => (body.query === undefined ? miss : found));
    const result = await client.query(persisted, {}).toPromise();
    expect(result.data).toEqual(found.data);
    expect(bodies.map((body) => body.query)).toEqual([undefined, expect.stringContaining('query Viewer')]);
  });

  it('gives up after one retry', async () => {
    const { client, bodies } = clientWith(() => miss);
    const result = await client.query(persisted, {}).toPromise();
    expect(result.error?.graphQLErrors[0]?.extensions['code']).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(bodies).toHaveLength(2);
  });

  it('sends mutations by hash too, each once', async () => {
    const mutation = Object.assign(parse('mutation M { signOut { sessionsClosed } }'), { __meta__: { hash } });
    const { client, bodies } = clientWith(() => ({ data: { signOut: { sessionsClosed: 1 } } }));
    await client.mutation(mutation, {}).toPromise();
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.query).toBeUndefined();
  });

  it('sends a document without a hash as text', async () => {
    const { client, bodies } = clientWith(() => found);
    await client.query(parse('{ viewer { __typename } }'), {}).toPromise();
    expect(bodies[0]?.query).toContain('viewer');
    expect(bodies[0]?.extensions).toBeUndefined();
  });
});
