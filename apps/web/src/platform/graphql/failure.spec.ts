import { CombinedError } from 'urql';
import { toFailure } from './failure.ts';

const answer = (status: number) => new Response('', { status, headers: { 'x-request-id': 'req-1' } });

describe('toFailure', () => {
  it('is offline when nothing answered', () =>
    expect(toFailure(new CombinedError({ networkError: new Error('Failed to fetch') }))).toMatchObject({
      kind: 'offline',
      reference: null,
    }));

  it('keeps the code and the request id of a coded error', () =>
    expect(
      toFailure(
        new CombinedError({
          graphQLErrors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }],
          response: answer(200),
        }),
      ),
    ).toMatchObject({
      kind: 'forbidden',
      code: 'FORBIDDEN',
      reference: 'req-1',
    }));

  it('hands on the fields of bad input, and nothing malformed', () => {
    const fields = [{ path: 'input.email', rule: 'isEmail', message: 'm' }, 'odd'];
    const error = new CombinedError({
      graphQLErrors: [{ message: 'bad', extensions: { code: 'BAD_USER_INPUT', fields } }],
    });
    expect(toFailure(error)).toMatchObject({ kind: 'invalid', fields: [fields[0]] });
  });

  it('treats an unknown code as the server’s fault', () =>
    expect(toFailure(new CombinedError({ graphQLErrors: [{ message: 'x', extensions: {} }] }))).toMatchObject({
      kind: 'server',
      code: 'INTERNAL_SERVER_ERROR',
    }));

  it.each([
    [502, 'server'],
    [401, 'unauthenticated'],
    [429, 'too-many'],
  ])('reads HTTP %s without GraphQL as %s', (status, kind) =>
    expect(
      toFailure(new CombinedError({ networkError: new Error('No Content'), response: answer(status) })),
    ).toMatchObject({ kind, reference: 'req-1' }),
  );
});
