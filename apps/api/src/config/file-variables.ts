import { z } from 'zod';

/** How an S3-compatible store is reached. */
export interface S3Settings {
  /** Null: the address of Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Where contents of files are kept: a folder of this machine, or a bucket. */
export type FileSettings =
  { readonly kind: 'local'; readonly folder: string } | { readonly kind: 's3'; readonly s3: S3Settings };

/** What is expected of the variables of the file store, in the words of the start-up message. */
export const FILE_HINTS = {
  FILES_DIR: { expected: 'a folder that files are kept in', example: '/var/lib/dangol/files' },
  FILES_S3_ENDPOINT: {
    expected: "the http(s) address of an S3-compatible store; left out for Amazon's own",
    example: 'https://minio.example.com',
  },
  FILES_S3_BUCKET: {
    expected: 'the name of a bucket, as soon as one FILES_S3_ variable is set',
    example: 'dangol-files',
  },
  FILES_S3_REGION: {
    expected: 'the region of the bucket, as soon as one FILES_S3_ variable is set',
    example: 'us-east-1',
  },
  FILES_S3_ACCESS_KEY: {
    expected: 'the id of an access key, as soon as one FILES_S3_ variable is set',
    example: 'AKIA...',
  },
  FILES_S3_SECRET_KEY: { expected: 'the secret of that access key', example: '...' },
} as const;

const text = z.string().optional();

/** How they are checked. */
export const fileVariables = {
  FILES_DIR: z.string().default('.data/files'),
  FILES_S3_ENDPOINT: z
    .string()
    .refine((address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol))
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  FILES_S3_REGION: text,
  FILES_S3_ACCESS_KEY: text,
  FILES_S3_SECRET_KEY: text,
} satisfies Record<keyof typeof FILE_HINTS, z.ZodType>;

type Given = Readonly<Partial<Record<keyof typeof FILE_HINTS, string | undefined>>>;

const NEEDED = ['FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_ACCESS_KEY', 'FILES_S3_SECRET_KEY'] as const;

/** The variables that a bucket needs and that are not set, when somebody began to describe one. */
export function missingForS3(given: Given): readonly (keyof typeof FILE_HINTS)[] {
  const begun = given.FILES_S3_ENDPOINT !== undefined || NEEDED.some((name) => given[name] !== undefined);
  return begun ? NEEDED.filter((name) => given[name] === undefined) : [];
}

/** Where files are kept, as the checked variables say. */
export function fileSettings(given: Given & { readonly FILES_DIR: string }): FileSettings {
  const [bucket, region, accessKey, secretKey] = NEEDED.map((name) => given[name]);
  if (!bucket || !region || !accessKey || !secretKey) return { kind: 'local', folder: given.FILES_DIR };
  return { kind: 's3', s3: { endpoint: given.FILES_S3_ENDPOINT ?? null, region, bucket, accessKey, secretKey } };
}
