import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d{1,18}(\.\d{1,18})?$/;
const INTEGER = /^-?\d{1,19}$/;
const BIGINT_MAX = 2n ** 63n - 1n; // PostgreSQL's bigint

function parseInstant(value: unknown): Date {
  if (typeof value !== 'string' || !INSTANT.test(value))
    throw refused('DateTime must be an ISO 8601 instant with a zone');
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) throw refused('DateTime names no existing instant');
  return instant;
}

/** Hot lists leave timestamps as PostgreSQL prints them in UTC (`2026-03-02 10:00:00.5+00`); parsing them to Dates costs more than the query. */
function printInstant(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') throw new TypeError('DateTime can only print a Date or an ISO string');
  if (value[10] !== ' ') return value;
  return `${value.slice(0, 10)}T${value.endsWith('+00') ? `${value.slice(11, -3)}Z` : value.slice(11)}`;
}

function parseLocalDate(value: unknown): string {
  if (typeof value !== 'string' || !LOCAL_DATE.test(value)) throw refused('Date must be YYYY-MM-DD');
  const date = new Date(`${value}T00:00:00Z`);
  if (value < '0001' || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    throw refused('Date names no existing day');
  return value;
}

function parseBigInt(value: unknown): bigint {
  const digits = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof digits !== 'string' || !INTEGER.test(digits)) throw refused('BigInt must be a whole number as a string');
  const parsed = BigInt(digits);
  if (parsed > BIGINT_MAX || parsed < -BIGINT_MAX - 1n) throw refused('BigInt must fit 64 bits');
  return parsed;
}

/** ISO 8601 instant. Inputs may carry any offset; outputs are UTC. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'ISO 8601 instant with a zone, such as 2026-03-02T09:00:00Z. Answers are in UTC.',
  serialize: printInstant,
  parseValue: parseInstant,
  parseLiteral: (ast) => parseInstant(ast.kind === Kind.STRING ? ast.value : null),
});

/** A day of the calendar without a zone, kept as text. There is no year 0, in the database neither. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Day of the calendar without a zone, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: parseLocalDate,
  parseLiteral: (ast) => parseLocalDate(ast.kind === Kind.STRING ? ast.value : null),
});

/** A 64-bit whole number, a string on the wire: JSON numbers lose digits above 2^53. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description: '64-bit whole number, written as a string.',
  serialize: (value) => parseBigInt(typeof value === 'bigint' ? value.toString() : value).toString(),
  parseValue: parseBigInt,
  parseLiteral: (ast) => parseBigInt(ast.kind === Kind.STRING || ast.kind === Kind.INT ? ast.value : null),
});

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !DECIMAL.test(text)) throw refused('Decimal must be a decimal number as a string');
  return text;
}

/** An exact decimal number, a string on the wire: a JSON number would become a float. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'Exact decimal number, written as a string such as 0.00072; no exponent.',
  serialize: parseDecimal,
  parseValue: parseDecimal,
  parseLiteral: (ast) =>
    parseDecimal(ast.kind === Kind.STRING || ast.kind === Kind.FLOAT || ast.kind === Kind.INT ? ast.value : null),
});

/** Data whose shape depends on a verb beside it. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'JSON value whose shape is told by a field beside it.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (ast, variables) => valueFromASTUntyped(ast, variables),
});
