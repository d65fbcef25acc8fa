import request from 'supertest';
import {
  codeOf,
  FixedClock,
  graphql,
  headersOf,
  newWorkspace,
  ok,
  openSession,
  startTestApp,
} from './harness/index.ts';
import type { Session, TestApp } from './harness/index.ts';

const clock = new FixedClock('2026-03-02T00:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql('delete from identity.sign_in_failures');
});

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  __typename ... on Refusal { code } ... on TooManyAttempts { retryAt }
  ... on SignedIn { viewer { account { email language textSize } memberships { slug role } current { slug role permissions timeZone baseCurrency undoSendSeconds isDemo } } } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on Refusal { code } ... on TooManyAttempts { retryAt } ... on SignedIn { viewer { account { email } } } } }`;
const VIEWER = '{ viewer { account { email } } }';

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly retryAt?: string;
}

let people = 0;
async function signUp(
  over: Record<string, string> = {},
): Promise<{ email: string; password: string; session: Session }> {
  people += 1;
  const input = {
    email: `p${people}@example.com`,
    password: 'correct horse',
    name: 'Kim',
    workspaceName: `Team ${people}`,
    language: 'ko',
    ...over,
  };
  const { data, response } = await graphql<{ signUp: Outcome }>(app, null, SIGN_UP, { input });
  expect(data?.signUp.__typename).toBe('SignedIn');
  return { email: input.email, password: input.password, session: { cookie: cookieOf(response.headers) } };
}

function cookieOf(headers: Record<string, unknown>): string {
  const set = headers['set-cookie'] as string[];
  return set.at(-1)?.split(';', 1)[0] ?? '';
}

async function signIn(email: string, password: string): Promise<Outcome> {
  const data = await ok<{ signIn: Outcome }>(app, null, SIGN_IN, { input: { email, password } });
  return data.signIn;
}

const viewerOf = async (session: Session): Promise<unknown> =>
  (await ok<{ viewer: unknown }>(app, session, VIEWER)).viewer;

test('signing up makes a workspace that can be worked in at once', async () => {
  const input = {
    email: ' Minji@Example.com ',
    password: 'correct horse',
    name: 'Minji',
    workspaceName: 'Glow Lab',
    language: 'en',
  };
  const data = await ok<{ signUp: { viewer: unknown } }>(app, null, SIGN_UP, { input });
  expect(data.signUp.viewer).toMatchObject({
    account: { email: 'minji@example.com', language: 'en', textSize: 16 },
    memberships: [{ slug: 'glow-lab', role: 'owner' }],
    current: { slug: 'glow-lab', timeZone: 'Asia/Seoul', baseCurrency: 'USD', undoSendSeconds: 10, isDemo: false },
  });
  const [made] = await app.sql<{ roles: number; calendars: number; policies: number; rules: number; verbs: string[] }>(
    `select (select count(*)::int from roles r where r.workspace_id = w.id) as roles,
      (select count(*)::int from business_calendars c where c.workspace_id = w.id and c.version = 1
        and c.calendar->'weekly'->'fri' = '[["09:00", "18:00"]]'::jsonb and c.calendar->'weekly'->'sat' is null) as calendars,
      (select count(*)::int from sla_policies p where p.workspace_id = w.id and p.version = 1) as policies,
      (select count(*)::int from grading_rules g where g.workspace_id = w.id and g.version = 1) as rules,
      (select array_agg(verb) from events e where e.workspace_id = w.id) as verbs
     from workspaces w where slug = 'glow-lab'`,
  );
  expect(made).toEqual({ roles: 7, calendars: 1, policies: 1, rules: 1, verbs: ['workspace.created'] });
});

test('the session cookie is out of reach of scripts and other sites', async () => {
  const { response } = await graphql(app, null, SIGN_UP, {
    input: {
      email: 'cookie@example.com',
      password: 'correct horse',
      name: 'K',
      workspaceName: 'Cookie',
      language: 'ko',
    },
  });
  const cookie = (response.headers['set-cookie'] as unknown as string[]).at(-1);
  expect(cookie).toMatch(/^dangol_session=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = cookie?.slice('dangol_session='.length).split(';')[0] ?? '';
  const stored = await app.sql<{ found: boolean }>(
    `select exists (select from identity.sessions where token_hash = sha256($1::bytea)) as found`,
    [Buffer.from(token)],
  );
  expect(stored).toEqual([{ found: true }]);
});

test('two workspaces of one name get different addresses, a Korean name a neutral one', async () => {
  const slugs = async (workspaceName: string): Promise<string> => {
    const { session } = await signUp({ workspaceName });
    const data = await ok<{ viewer: { current: { slug: string } } }>(app, session, '{ viewer { current { slug } } }');
    return data.viewer.current.slug;
  };
  expect(await slugs('Same Name')).toBe('same-name');
  expect(await slugs('Same Name')).toMatch(/^same-name-[0-9a-f]{6}$/);
  expect(await slugs('단골 화장품')).toMatch(/^workspace-[0-9a-f]{6}$/);
});

test('a taken e-mail is refused in any case, and nothing is left of the workspace', async () => {
  const { email } = await signUp();
  const input = {
    email: email.toUpperCase(),
    password: 'correct horse',
    name: 'K',
    workspaceName: 'Left Over',
    language: 'ko',
  };
  expect(await ok(app, null, SIGN_UP, { input })).toEqual({
    signUp: { __typename: 'EmailTaken', code: 'EMAIL_TAKEN' },
  });
  expect(await app.sql(`select 1 from workspaces where slug = 'left-over'`)).toEqual([]);
});

test('input rules are answered with the field and the rule', async () => {
  const input = { email: 'no mail', password: 'short', name: ' ', workspaceName: 'x', language: 'ko' };
  const { errors } = await graphql(app, null, SIGN_UP, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  const fields = errors?.[0]?.extensions['fields'] as { path: string; rule: string }[];
  expect(fields.map(({ path, rule }) => `${path} ${rule}`).sort()).toEqual([
    'email isEmail',
    'name isNotEmpty',
    'password isLength',
  ]);
});

test('a NUL character is the caller’s mistake, not a failure of ours', async () => {
  const input = {
    email: 'nul@example.com',
    password: 'correct horse',
    name: 'K\u0000',
    workspaceName: 'x',
    language: 'ko',
  };
  expect(await codeOf(app, null, SIGN_UP, { input })).toBe('BAD_USER_INPUT');
  expect(await codeOf(app, null, SIGN_IN, { input: { email: 'nul\u0000@example.com', password: 'x' } })).toBe(
    'BAD_USER_INPUT',
  );
});

test('a wrong password and an unknown e-mail are answered alike', async () => {
  const { email, password } = await signUp();
  expect(await signIn(email, password)).toMatchObject({ __typename: 'SignedIn' });
  const wrong = await signIn(email, 'wrong password');
  expect(wrong).toEqual({ __typename: 'InvalidCredentials', code: 'INVALID_CREDENTIALS' });
  expect(await signIn('nobody@example.com', 'wrong password')).toEqual(wrong);
});

test('five failures under an e-mail close it for fifteen minutes, right password or not', async () => {
  const { email, password } = await signUp();
  for (let i = 0; i < 5; i += 1) expect((await signIn(email, 'wrong password')).__typename).toBe('InvalidCredentials');
  const retryAt = new Date(clock.now().getTime() + 15 * 60_000).toISOString();
  expect(await signIn(email, password)).toEqual({ __typename: 'TooManyAttempts', code: 'TOO_MANY_ATTEMPTS', retryAt });
  expect((await signUp()).session.cookie).toBeTruthy();
  clock.advance(15 * 60_000);
  expect((await signIn(email, password)).__typename).toBe('SignedIn');
  expect((await signIn(email, 'wrong password')).__typename).toBe('InvalidCredentials'); // the count began anew
});

test('a good sign-in forgets the failures under its e-mail', async () => {
  const { email, password } = await signUp();
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 4; i += 1) await signIn(email, 'wrong password');
    expect((await signIn(email, password)).__typename).toBe('SignedIn');
  }
});

test('attempts sent at once are not all let in', async () => {
  const { email } = await signUp();
  const outcomes = await Promise.all(Array.from({ length: 15 }, () => signIn(email, 'wrong password')));
  const tried = outcomes.filter(({ __typename }) => __typename === 'InvalidCredentials').length;
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThanOrEqual(5);
});

test('twenty failures from an address close the address, whatever the e-mail', async () => {
  const { email, password } = await signUp();
  for (let i = 0; i < 20; i += 1) await signIn(`guess${i}@example.com`, 'wrong password');
  expect((await signIn(email, password)).__typename).toBe('TooManyAttempts');
});

test('signing up tells about e-mails too, so it is counted', async () => {
  for (let i = 0; i < 20; i += 1) await signUp();
  const input = {
    email: 'one-more@example.com',
    password: 'correct horse',
    name: 'K',
    workspaceName: 'More',
    language: 'ko',
  };
  expect(await ok(app, null, SIGN_UP, { input })).toMatchObject({ signUp: { __typename: 'TooManyAttempts' } });
});

test('signing out ends this session at once and takes the cookie back', async () => {
  const { owner } = await newWorkspace(app);
  const other = { cookie: await openSession(app, owner.accountId) };
  expect(await viewerOf(owner)).not.toBeNull();
  const { data, response } = await graphql(app, owner, 'mutation { signOut { sessionsClosed } }');
  expect(data).toEqual({ signOut: { sessionsClosed: 1 } });
  expect(response.headers['set-cookie']).toEqual(['dangol_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
  expect(await viewerOf(owner)).toBeNull();
  expect(await viewerOf(other)).not.toBeNull();
  expect(await ok(app, null, 'mutation { signOut { sessionsClosed } }')).toEqual({ signOut: { sessionsClosed: 0 } });
});

test('signing in again ends the session that the browser had', async () => {
  const { email, password, session } = await signUp();
  await request(app.url)
    .post('/graphql')
    .set(headersOf(session))
    .send({ query: SIGN_IN, variables: { input: { email, password } } });
  expect(await viewerOf(session)).toBeNull();
});

test('signing out everywhere ends every session, in a second process too', async () => {
  const second = await startTestApp({ clock, databaseUrl: app.databaseUrl });
  try {
    const { owner } = await newWorkspace(app);
    const other = { cookie: await openSession(app, owner.accountId) };
    const elsewhere = async () => (await ok<{ viewer: unknown }>(second, other, VIEWER)).viewer;
    expect(await elsewhere()).not.toBeNull(); // and is cached there now
    expect(await ok(app, owner, 'mutation { signOutEverywhere { sessionsClosed } }')).toEqual({
      signOutEverywhere: { sessionsClosed: 2 },
    });
    expect(await viewerOf(owner)).toBeNull();
    expect(await viewerOf(other)).toBeNull();
    await second.sessionsSettled();
    expect(await elsewhere()).toBeNull();
  } finally {
    await second.stop();
  }
});

test('a session ends by itself after thirty days', async () => {
  const { session } = await signUp();
  clock.advance(30 * 86_400_000 - 1);
  expect(await viewerOf(session)).not.toBeNull();
  clock.advance(1);
  expect(await viewerOf(session)).toBeNull();
});

test('preferences are kept and show at once', async () => {
  const { session } = await signUp();
  const change = 'mutation ($input: PreferencesInput!) { updatePreferences(input: $input) { language textSize } }';
  expect(await ok(app, session, change, { input: { textSize: 20 } })).toEqual({
    updatePreferences: { language: 'ko', textSize: 20 },
  });
  expect(await ok(app, session, change, { input: { language: 'en' } })).toEqual({
    updatePreferences: { language: 'en', textSize: 20 },
  });
  expect(await ok(app, session, '{ viewer { account { language textSize } } }')).toEqual({
    viewer: { account: { language: 'en', textSize: 20 } },
  });
  expect(await codeOf(app, session, change, { input: { textSize: 99 } })).toBe('BAD_USER_INPUT');
  expect(await codeOf(app, null, change, { input: { textSize: 20 } })).toBe('UNAUTHENTICATED');
});
