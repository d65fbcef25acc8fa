import { Transform } from 'class-transformer';

/** Input text that PostgreSQL can store: NUL and lone surrogates become the replacement character, never an error or a loss. */
export function StorableText(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD').toWellFormed() : value,
  );
}
