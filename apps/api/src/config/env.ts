import { isIP } from 'node:net';
import { z } from 'zod';
import { FILE_HINTS, fileSettings, type FileSettings, fileVariables, missingForS3 } from './file-variables.ts';
import type { SecretKey } from '../platform/secrets/secret-box.ts';

/** A variable's expectation and example, in the words of the start-up message. */
interface Hint {
  readonly expected: string;
  readonly example: string;
}

const hints = {
  NODE_ENV: { expected: 'development, test or production', example: 'production' },
  DANGOL_ROLE: { expected: 'http, worker or both', example: 'both' },
  HOST: { expected: 'an address to listen on', example: '127.0.0.1' },
  PORT: { expected: 'a port from 0 to 65535', example: '3000' },
  DATABASE_URL: { expected: 'a PostgreSQL URL', example: 'postgres://dangol_app:secret@127.0.0.1:5432/dangol' },
  DATABASE_DIRECT_URL: {
    expected: 'a PostgreSQL URL that goes past the pooler (migrations, LISTEN, jobs)',
    example: 'postgres://dangol:secret@127.0.0.1:5432/dangol',
  },
  DATABASE_POOL_SIZE: { expected: 'a whole number from 8 to 200', example: '10' },
  DATABASE_PREPARED_STATEMENTS: { expected: 'on or off (off behind PgBouncer below 1.21)', example: 'on' },
  DANGOL_SECRET_KEYS: {
    expected: 'id:key[,id:key...] where key is 32 bytes in base64; the first one seals',
    example: '2026a:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  },
  PUBLIC_URL: { expected: 'the http(s) address people open, without a path', example: 'https://app.example.com' },
  COOKIE_SECURE: { expected: 'auto, on or off (auto: on when PUBLIC_URL is https)', example: 'auto' },
  WEB_UPSTREAM: { expected: 'the http address of the Next server', example: 'http://127.0.0.1:3001' },
  WEB_STATIC_DIR: { expected: 'the folder that Next calls .next/static', example: 'apps/web/.next/static' },
  OUTBOUND_PRIVATE_ADDRESSES: {
    expected: 'allow or deny (deny keeps deliveries out of private networks)',
    example: 'deny',
  },
  LOG_LEVEL: { expected: 'trace, debug, info, warn, error, fatal or silent', example: 'info' },
  TRUST_PROXY: { expected: 'off, on, or addresses of the proxies, comma-separated', example: '10.0.0.0/8' },
  METRICS: { expected: 'loopback (only from this machine) or on', example: 'loopback' },
  PERSISTED_OPERATIONS_FILE: {
    expected: 'a JSON file of hash -> document',
    example: 'apps/web/persisted-operations.json',
  },
  GRAPHQL_MAX_DEPTH: { expected: 'a whole number from 1 to 100', example: '12' },
  GRAPHQL_MAX_COST: { expected: 'a whole number from 1 to 1000000', example: '5000' },
  GRAPHQL_MAX_ALIASES: { expected: 'a whole number from 0 to 1000', example: '30' },
  GRAPHQL_MAX_ROOT_FIELDS: { expected: 'a whole number from 1 to 1000', example: '20' },
  GRAPHQL_MAX_TOKENS: { expected: 'a whole number from 10 to 100000', example: '4000' },
  GRAPHQL_MAX_BATCH: { expected: 'a whole number from 1 to 100 (1: no batching)', example: '1' },
  RATE_LIMIT_PER_MINUTE: { expected: 'a whole number from 1 to 1000000, per caller and process', example: '1200' },
  ...FILE_HINTS,
} as const satisfies Record<string, Hint>;

/** Name of a variable that the product reads. */
export type VariableName = keyof typeof hints;

const postgresUrl = z.string().refine((text) => /^postgres(ql)?:$/.test(protocolOf(text)));
const httpUrl = z.string().refine((text) => /^https?:$/.test(protocolOf(text)));
const httpOrigin = z
  .string()
  .refine((text) => /^https?:$/.test(protocolOf(text)) && new URL(text).pathname === '/')
  .transform((text) => new URL(text).origin);
const wholeNumber = (from: number, to: number, fallback: number) =>
  z.string().regex(/^\d+$/).default(String(fallback)).transform(Number).pipe(z.number().min(from).max(to));
const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on');

const secretKeys = z.string().transform((text, issues): SecretKey[] => {
  const keys = text.split(',').map((pair) => {
    const [, id, base64] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_=-]+)$/.exec(pair.trim()) ?? [];
    return { id: id ?? '', key: Buffer.from(base64 ?? '', 'base64') };
  });
  const wellFormed = keys.every(({ id, key }) => id !== '' && key.length === 32);
  if (!wellFormed || new Set(keys.map(({ id }) => id)).size !== keys.length) issues.addIssue({ code: 'custom' });
  return keys;
});

const trustProxy = z
  .string()
  .default('off')
  .transform((text) => (text === 'on' ? true : text === 'off' ? false : text.split(',').map((part) => part.trim())))
  .refine((value) => typeof value === 'boolean' || value.every(isNetwork));

const variables = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DANGOL_ROLE: z.enum(['http', 'worker', 'both']).default('both'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 3000),
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: wholeNumber(8, 200, 10),
  DATABASE_PREPARED_STATEMENTS: onOff('on'),
  DANGOL_SECRET_KEYS: secretKeys,
  PUBLIC_URL: httpOrigin.optional(),
  COOKIE_SECURE: z.enum(['auto', 'on', 'off']).default('auto'),
  WEB_UPSTREAM: httpUrl.optional(),
  WEB_STATIC_DIR: z.string().optional(),
  OUTBOUND_PRIVATE_ADDRESSES: z.enum(['allow', 'deny']).default('deny'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUST_PROXY: trustProxy,
  METRICS: z.enum(['loopback', 'on']).default('loopback'),
  PERSISTED_OPERATIONS_FILE: z.string().default('apps/web/persisted-operations.json'),
  GRAPHQL_MAX_DEPTH: wholeNumber(1, 100, 12),
  GRAPHQL_MAX_COST: wholeNumber(1, 1_000_000, 5000),
  GRAPHQL_MAX_ALIASES: wholeNumber(0, 1000, 30),
  GRAPHQL_MAX_ROOT_FIELDS: wholeNumber(1, 1000, 20),
  GRAPHQL_MAX_TOKENS: wholeNumber(10, 100_000, 4000),
  GRAPHQL_MAX_BATCH: wholeNumber(1, 100, 1),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000, 1200),
  ...fileVariables,
} satisfies Record<VariableName, z.ZodType>;

/** The settings of one process, read once at boot. */
export interface Env {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly role: 'http' | 'worker' | 'both';
  readonly host: string;
  readonly port: number;
  readonly database: {
    readonly url: string;
    readonly directUrl: string;
    readonly poolSize: number;
    readonly preparedStatements: boolean;
    /** True when the pool logs in as the owner and must step down to the application's role. */
    readonly assumeAppRole: boolean;
  };
  readonly secretKeys: readonly SecretKey[];
  readonly publicUrl: string;
  readonly cookieSecure: boolean;
  readonly webUpstream: string | null;
  readonly webStaticDir: string | null;
  readonly outboundPrivateAddresses: boolean;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  readonly trustProxy: boolean | string[];
  readonly metrics: 'loopback' | 'on';
  readonly persistedOperationsFile: string;
  readonly graphql: {
    readonly maxDepth: number;
    readonly maxCost: number;
    readonly maxAliases: number;
    readonly maxRootFields: number;
    readonly maxTokens: number;
    readonly maxBatch: number;
  };
  readonly rateLimitPerMinute: number;
  readonly files: FileSettings;
}

/** Injection token of the settings. */
export const ENV = Symbol('ENV');

/** The start was stopped by wrong variables; the message names each with what was expected and an example. */
export class WrongEnvironment extends Error {
  constructor(readonly names: readonly VariableName[]) {
    super(['The environment is wrong, so Dangol did not start:', ...names.map(describe)].join('\n'));
    this.name = 'WrongEnvironment';
  }
}

/** Reads and checks every variable at once; throws `WrongEnvironment` that lists all problems. Values never appear in it. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  // An empty variable is how compose files and shells spell "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = z.object(variables).safeParse(given);
  const missing = missingForS3(given);
  if (!parsed.success || missing.length > 0) {
    const wrong = new Set<string>([...missing, ...(parsed.error?.issues ?? []).map((issue) => String(issue.path[0]))]);
    throw new WrongEnvironment((Object.keys(hints) as VariableName[]).filter((name) => wrong.has(name)));
  }
  const value = parsed.data;
  const directUrl = value.DATABASE_DIRECT_URL ?? value.DATABASE_URL;
  const publicUrl = value.PUBLIC_URL ?? `http://localhost:${value.PORT}`;
  return {
    nodeEnv: value.NODE_ENV,
    role: value.DANGOL_ROLE,
    host: value.HOST,
    port: value.PORT,
    database: {
      url: value.DATABASE_URL,
      directUrl,
      poolSize: value.DATABASE_POOL_SIZE,
      preparedStatements: value.DATABASE_PREPARED_STATEMENTS,
      assumeAppRole: new URL(value.DATABASE_URL).username === new URL(directUrl).username,
    },
    secretKeys: value.DANGOL_SECRET_KEYS,
    publicUrl,
    cookieSecure: value.COOKIE_SECURE === 'auto' ? publicUrl.startsWith('https:') : value.COOKIE_SECURE === 'on',
    webUpstream: value.WEB_UPSTREAM ?? null,
    webStaticDir: value.WEB_STATIC_DIR ?? null,
    outboundPrivateAddresses: value.OUTBOUND_PRIVATE_ADDRESSES === 'allow',
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    metrics: value.METRICS,
    persistedOperationsFile: value.PERSISTED_OPERATIONS_FILE,
    graphql: {
      maxDepth: value.GRAPHQL_MAX_DEPTH,
      maxCost: value.GRAPHQL_MAX_COST,
      maxAliases: value.GRAPHQL_MAX_ALIASES,
      maxRootFields: value.GRAPHQL_MAX_ROOT_FIELDS,
      maxTokens: value.GRAPHQL_MAX_TOKENS,
      maxBatch: value.GRAPHQL_MAX_BATCH,
    },
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    files: fileSettings(value),
  };
}

function describe(name: VariableName): string {
  const { expected, example } = hints[name];
  return `  ${name}: expected ${expected}. Example: ${name}=${example}`;
}

/** An address, or a network as address/prefix. */
function isNetwork(text: string): boolean {
  const [address = '', prefix = '0', ...more] = text.split('/');
  return (
    isIP(address) > 0 &&
    /^\d{1,3}$/.test(prefix) &&
    Number(prefix) <= (isIP(address) === 4 ? 32 : 128) &&
    more.length === 0
  );
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}
