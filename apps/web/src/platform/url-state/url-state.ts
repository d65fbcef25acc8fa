/** One query parameter: how it is read and written. `read` answers undefined for a value that is not valid. */
export interface UrlField<Value> {
  readonly fallback: Value;
  read(raw: string): Value | undefined;
  /** null leaves the parameter out. */
  write(value: Value): string | null;
}

export type UrlValues<Fields> = { [Name in keyof Fields]: Fields[Name] extends UrlField<infer Value> ? Value : never };

/** One of a fixed set. */
export function oneOf<const Choice extends string>(choices: readonly Choice[], fallback: Choice): UrlField<Choice> {
  return {
    fallback,
    read: (raw) => choices.find((choice) => choice === raw),
    write: (value) => (value === fallback ? null : value),
  };
}

/** Like oneOf, or nothing chosen. */
export function maybeOneOf<const Choice extends string>(choices: readonly Choice[]): UrlField<Choice | null> {
  return { fallback: null, read: (raw) => choices.find((choice) => choice === raw), write: (value) => value };
}

/** Several of a fixed set, comma-separated, in the set's order. Invalid members make the whole value invalid. */
export function someOf<const Choice extends string>(choices: readonly Choice[]): UrlField<readonly Choice[]> {
  return {
    fallback: [],
    read: (raw) => {
      const parts = raw.split(',').filter((part) => part !== '');
      const valid = choices.filter((choice) => parts.includes(choice));
      return valid.length === new Set(parts).size ? valid : undefined;
    },
    write: (value) => (value.length === 0 ? null : choices.filter((choice) => value.includes(choice)).join(',')),
  };
}

/** Free text, trimmed and cut. */
export function text(maxLength = 200): UrlField<string> {
  return {
    fallback: '',
    read: (raw) => (raw.trim().length <= maxLength ? raw.trim() : undefined),
    write: (value) => (value.trim() === '' ? null : value.trim().slice(0, maxLength)),
  };
}

/** An id (UUID), or none. */
export function id(): UrlField<string | null> {
  return {
    fallback: null,
    read: (raw) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(raw) ? raw.toLowerCase() : undefined),
    write: (value) => value,
  };
}

export interface UrlState<Fields> {
  /** What the query says; invalid values fall back and are named in `dropped`. Unknown parameters are not ours to judge. */
  parse(query: URLSearchParams): { values: UrlValues<Fields>; dropped: string[] };
  /** The query with `patch` applied; parameters of others are kept. Starts with "?" unless empty. */
  query(current: URLSearchParams, patch: Partial<UrlValues<Fields>>): string;
}

/** Declares the query parameters of a page once, for reading, writing and making links. */
export function urlState<
  Fields extends Record<string, { fallback: unknown; read(raw: string): unknown; write(value: never): string | null }>,
>(fields: Fields): UrlState<Fields> {
  const names = Object.keys(fields);
  return {
    parse(query) {
      const dropped: string[] = [];
      const values: Record<string, unknown> = {};
      for (const name of names) {
        const field = fields[name];
        const raw = query.get(name);
        const value = raw === null ? undefined : field?.read(raw);
        if (raw !== null && value === undefined) dropped.push(name);
        values[name] = value === undefined ? field?.fallback : value;
      }
      return { values: values as UrlValues<Fields>, dropped };
    },
    query(current, patch) {
      const next = new URLSearchParams(current);
      for (const name of Object.keys(patch)) {
        const written = fields[name]?.write(patch[name as keyof typeof patch] as never) ?? null;
        if (written === null) next.delete(name);
        else next.set(name, written);
      }
      const query = next.toString().replaceAll('%2C', ',');
      return query === '' ? '' : `?${query}`;
    },
  };
}
