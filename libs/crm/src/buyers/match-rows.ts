/** What a row of a file tells about whose it is. */
export interface RowIdentity {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly country: string | null;
}

/** What found the buyer of a row. */
export type IdentityKey = 'external_id' | 'email' | 'phone' | 'name';

/** Buyers that are known by each key; those of a name and country are all of them, because only a single one is found by it. */
export interface KnownBuyers {
  readonly external_id: ReadonlyMap<string, string>;
  readonly email: ReadonlyMap<string, string>;
  readonly phone: ReadonlyMap<string, string>;
  readonly name: ReadonlyMap<string, readonly string[]>;
}

/** Whose a row is: a buyer that is known, or the n-th new one of the file (`by` null when this row is the first that tells of it). */
export interface RowMatch {
  readonly buyer: string | number;
  readonly by: IdentityKey | null;
}

/** The key of a name and country: case and width of the letters do not tell companies apart. */
export function nameKey(name: string, country: string | null): string {
  return `${name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}\n${country ?? ''}`;
}

/**
 * Whose each row is, in the order of the file (spec crm, Import): the external id on the channel, else the e-mail address, else
 * the phone number, else, when the row has nothing stronger, the exact name and country if exactly one buyer has them. What a
 * row adds to a buyer finds the rows after it.
 */
export function matchRows(rows: readonly RowIdentity[], known: KnownBuyers): RowMatch[] {
  const own = {
    external_id: new Map<string, string | number>(known.external_id),
    email: new Map<string, string | number>(known.email),
    phone: new Map<string, string | number>(known.phone),
  };
  const named = new Map<string, Set<string | number>>();
  for (const [key, ids] of known.name) named.set(key, new Set(ids));
  let made = 0;
  return rows.map((row) => {
    const strong = [
      ['external_id', row.externalId],
      ['email', row.email],
      ['phone', row.phone],
    ] as const;
    const name = row.name === null ? null : nameKey(row.name, row.country);
    let match: RowMatch | null = null;
    for (const [by, value] of strong) {
      const buyer = value === null ? undefined : own[by].get(value);
      if (buyer === undefined) continue;
      match = { buyer, by };
      break;
    }
    if (match === null && name !== null && strong.every(([, value]) => value === null)) {
      const alike = named.get(name);
      if (alike?.size === 1) match = { buyer: [...alike][0]!, by: 'name' };
    }
    match ??= { buyer: made++, by: null };
    for (const [by, value] of strong) if (value !== null && !own[by].has(value)) own[by].set(value, match.buyer);
    if (name !== null && match.by === null) named.set(name, (named.get(name) ?? new Set()).add(match.buyer));
    return match;
  });
}
