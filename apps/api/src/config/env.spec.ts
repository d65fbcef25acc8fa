import { readEnv, WrongEnvironment } from './env.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
const good = { DATABASE_URL: 'postgres://dangol:secret@127.0.0.1:5432/dangol', DANGOL_SECRET_KEYS: `a:${KEY}` };

function problemOf(source: Record<string, string | undefined>): WrongEnvironment {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof WrongEnvironment) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

test('two variables are enough; the rest has defaults', () => {
  expect(readEnv(good)).toMatchObject({
    nodeEnv: 'development',
    role: 'both',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    cookieSecure: false,
    outboundPrivateAddresses: false,
    trustProxy: false,
    webUpstream: null,
    database: { directUrl: good.DATABASE_URL, poolSize: 10, preparedStatements: true, assumeAppRole: true },
  });
});

test('all problems are told at once, each with its name, what was expected and an example', () => {
  const { message, names } = problemOf({
    PORT: '70000',
    DANGOL_ROLE: 'boss',
    COOKIE_SECURE: 'yes',
    DATABASE_POOL_SIZE: 'ten',
  });
  expect(names).toEqual([
    'DANGOL_ROLE',
    'PORT',
    'DATABASE_URL',
    'DATABASE_POOL_SIZE',
    'DANGOL_SECRET_KEYS',
    'COOKIE_SECURE',
  ]);
  expect(message).toContain('PORT: expected a port from 0 to 65535. Example: PORT=3000');
  expect(message).toContain('DANGOL_ROLE: expected http, worker or both. Example: DANGOL_ROLE=both');
});

test('the message never shows a value', () => {
  const source = { DATABASE_URL: 'mysql://root:hunter2@db/x', DANGOL_SECRET_KEYS: 'a:c2hvcnQ=' };
  expect(problemOf(source).message).not.toMatch(/hunter2|c2hvcnQ/);
});

test('an empty variable is one that is not set', () => {
  expect(readEnv({ ...good, PORT: '', WEB_UPSTREAM: '' })).toMatchObject({ port: 3000, webUpstream: null });
  expect(problemOf({ ...good, DATABASE_URL: '' }).names).toEqual(['DATABASE_URL']);
});

test.each([
  ['PORT', ['-1', '3000.5', '0x10', '65536']],
  ['HOST', ['a host', 'http://x']],
  ['DATABASE_URL', ['dangol', 'http://x/y']],
  ['DATABASE_DIRECT_URL', ['nowhere']],
  ['PUBLIC_URL', ['app.example.com', 'https://app.example.com/path', 'ftp://x']],
  ['WEB_UPSTREAM', ['localhost:3001']],
  ['LOG_LEVEL', ['loud']],
  ['TRUST_PROXY', ['yes', 'example.com', '999.1.1.1', '10.0.0.0/33', '10.0.0.0/8/8']],
  ['DATABASE_PREPARED_STATEMENTS', ['true']],
  ['OUTBOUND_PRIVATE_ADDRESSES', ['maybe']],
  ['GRAPHQL_MAX_DEPTH', ['0', '101']],
  ['RATE_LIMIT_PER_MINUTE', ['0']],
  ['DANGOL_SECRET_KEYS', ['', 'a', `:${KEY}`, `a:${KEY},a:${KEY}`, 'a:short', `a:${KEY},b`]],
])('%s refuses what it cannot be', (name, values) => {
  for (const value of values) expect([value, problemOf({ ...good, [name]: value }).names]).toEqual([value, [name]]);
});

test('the first of several secret keys is the one that seals', () => {
  const other = Buffer.alloc(32, 2);
  const { secretKeys } = readEnv({ ...good, DANGOL_SECRET_KEYS: `new:${other.toString('base64')}, old:${KEY}` });
  expect(secretKeys.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(secretKeys[0]?.key).toEqual(other);
});

test('cookies are secure when people come over https, unless told otherwise', () => {
  const https = { ...good, PUBLIC_URL: 'https://app.example.com/' };
  expect(readEnv(https)).toMatchObject({ publicUrl: 'https://app.example.com', cookieSecure: true });
  expect(readEnv({ ...https, COOKIE_SECURE: 'off' }).cookieSecure).toBe(false);
  expect(readEnv({ ...good, COOKIE_SECURE: 'on' }).cookieSecure).toBe(true);
});

test('the pool steps down to the application’s role only when it logs in as the owner', () => {
  const apart = {
    ...good,
    DATABASE_URL: 'postgres://app:x@pooler:6432/dangol',
    DATABASE_DIRECT_URL: good.DATABASE_URL,
  };
  expect(readEnv(apart).database).toMatchObject({ assumeAppRole: false, directUrl: good.DATABASE_URL });
  expect(readEnv({ ...apart, DATABASE_URL: 'postgres://dangol:x@pooler:6432/dangol' }).database.assumeAppRole).toBe(
    true,
  );
});

describe('files', () => {
  const bucket = {
    FILES_S3_BUCKET: 'dangol-files',
    FILES_S3_REGION: 'ap-northeast-2',
    FILES_S3_ACCESS_KEY: 'key',
    FILES_S3_SECRET_KEY: 'hunter2',
  };
  const of = { region: 'ap-northeast-2', bucket: 'dangol-files', accessKey: 'key', secretKey: 'hunter2' };

  test('lie in a folder unless a bucket is described', () => {
    expect(readEnv(good).files).toEqual({ kind: 'local', folder: '.data/files' });
    expect(readEnv({ ...good, FILES_DIR: '/srv/files' }).files).toEqual({ kind: 'local', folder: '/srv/files' });
    expect(readEnv({ ...good, ...bucket }).files).toEqual({ kind: 's3', s3: { ...of, endpoint: null } });
    const endpoint = 'https://minio.example.com';
    const own = readEnv({ ...good, ...bucket, FILES_S3_ENDPOINT: endpoint, FILES_DIR: '/srv/files' });
    expect(own.files).toEqual({ kind: 's3', s3: { ...of, endpoint } });
  });

  test('a bucket that is described in part is told with what is missing, and without its secret', () => {
    const problem = problemOf({ ...good, FILES_S3_SECRET_KEY: 'hunter2', FILES_S3_REGION: '', PORT: 'x' });
    expect(problem.names).toEqual(['PORT', 'FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_ACCESS_KEY']);
    expect(problem.message).not.toContain('hunter2');
    expect(problemOf({ ...good, FILES_S3_ENDPOINT: 'https://minio.example.com' }).names).toHaveLength(4);
    expect(problemOf({ ...good, ...bucket, FILES_S3_ENDPOINT: 'minio:9000' }).names).toEqual(['FILES_S3_ENDPOINT']);
    expect(problemOf({ ...good, ...bucket, FILES_S3_BUCKET: 'No Bucket' }).names).toEqual(['FILES_S3_BUCKET']);
  });
});
