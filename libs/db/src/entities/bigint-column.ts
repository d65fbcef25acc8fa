import type { ValueTransformer } from 'typeorm';

/** pg reads bigint as text, because a number cannot hold it; entities have real bigints. */
export const bigintColumn: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : BigInt(stored)),
  to: (value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
};
