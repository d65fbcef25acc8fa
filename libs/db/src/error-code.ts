/** The `code` of an error of Node, pg or TypeORM; null when it has none. Does not ask for `instanceof Error`, which is false
 * for Node's own errors inside jest's contexts. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
