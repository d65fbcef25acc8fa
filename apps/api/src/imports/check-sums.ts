import type { MatchedBy, RowPreview } from './import-applier.ts';
import { SeenKeys } from './seen-keys.ts';
import type { StoredPreview } from './stored-import.ts';

const EXAMPLES = 20;

/** Adds up over the whole file what running its rows would do: a buyer counts once, however many rows speak of it. */
export class CheckSums {
  private readonly records = new SeenKeys();
  private readonly buyers = new SeenKeys();
  private readonly matched: Record<MatchedBy, number> = { external_id: 0, email: 0, phone: 0, name: 0 };
  private readonly examples: StoredPreview['examples'][number][] = [];
  private newBuyers = 0;
  private newRecords = 0;
  private knownRecords = 0;
  private repeated = 0;

  /** A row that is sound. `key` is the record's own, null when it has none. */
  add({ rowNumber, known, buyer }: RowPreview, key: string | null): void {
    const first = key === null || this.records.add(key);
    if (!first) this.repeated += 1;
    else if (known) this.knownRecords += 1;
    else this.newRecords += 1;
    if (!buyer) return;
    if ('newKeys' in buyer) {
      // Every key is noted: by each of them a later row may speak of the same buyer.
      const fresh = buyer.newKeys.map((one) => this.buyers.add(`new ${one}`));
      if (fresh.every(Boolean)) this.newBuyers += 1;
    } else if (this.buyers.add(buyer.id)) {
      this.matched[buyer.by] += 1;
      if (this.examples.length < EXAMPLES)
        this.examples.push({ rowNumber, value: buyer.value, buyerId: buyer.id, by: buyer.by });
    }
  }

  get preview(): StoredPreview {
    const { newBuyers, matched, newRecords, knownRecords, repeated, examples } = this;
    return { newBuyers, matched, newRecords, knownRecords, repeatedInFile: repeated, examples };
  }
}
