import pg from 'pg';

const { utils } = pg as unknown as { utils: { prepareValue(value: unknown): unknown } }; // exported, but not in the types

/**
 * The statement with its parameters as literals, for the statements of PostgreSQL that take none (COPY). Values become the
 * same texts that pg sends for parameters, and unquoted literals of no type, so that types are found as they are for parameters.
 */
export function inlineParameters(
  sql: string,
  params: readonly unknown[],
  escapeLiteral: (text: string) => string,
): string {
  return sql.replace(/\$(\d+)/g, (mark, digits: string) => {
    const index = Number(digits) - 1;
    if (index >= params.length)
      throw new RangeError(`The statement names ${mark}, but has ${params.length} parameters`);
    const prepared = utils.prepareValue(params[index]);
    if (prepared === null || prepared === undefined) return 'null';
    if (Buffer.isBuffer(prepared)) return ` ${escapeLiteral(`\\x${prepared.toString('hex')}`)} `;
    if (typeof prepared !== 'string') throw new TypeError(`${mark} is no value that can be written as a literal`);
    // Never a word of the next token, and never the start of a cast of what stood before it.
    return ` ${escapeLiteral(prepared)} `;
  });
}
