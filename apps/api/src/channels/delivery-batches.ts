/** Deliveries of one transaction, and of how many bytes. */
const MOST = 200;
const MOST_BYTES = 4 * 1024 * 1024;
/** Transactions of one channel at a time: while they commit, what comes in gathers for the next. */
const AT_ONCE = 2;

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly bytes: number;
  settle(outcome: Outcome): void;
  fail(error: unknown): void;
}

interface Line<Item, Outcome> {
  readonly waiting: Waiting<Item, Outcome>[];
  running: number;
}

/**
 * Lets deliveries that arrive while others are being stored share the next transaction: one commit to disk serves them all,
 * and one that comes alone waits for nobody. Each is answered when its own transaction has ended.
 */
export class DeliveryBatches<Item, Outcome> {
  private readonly lines = new Map<string, Line<Item, Outcome>>();

  /** `store` answers one outcome an item, in their order. */
  constructor(private readonly store: (key: string, items: readonly Item[]) => Promise<readonly Outcome[]>) {}

  add(key: string, item: Item, bytes: number): Promise<Outcome> {
    return new Promise((settle, fail) => {
      const line = this.lines.get(key) ?? { waiting: [], running: 0 };
      this.lines.set(key, line);
      line.waiting.push({ item, bytes, settle, fail });
      if (line.running < AT_ONCE) void this.work(key, line);
    });
  }

  private async work(key: string, line: Line<Item, Outcome>): Promise<void> {
    line.running += 1;
    await Promise.resolve(); // what is read from the sockets in this moment comes along
    while (line.waiting.length > 0) await this.storeNext(key, takeBatch(line.waiting));
    line.running -= 1;
    if (line.running === 0) this.lines.delete(key);
  }

  private async storeNext(key: string, batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.store(
        key,
        batch.map(({ item }) => item),
      );
      for (const [index, { settle }] of batch.entries()) settle(outcomes[index]!);
    } catch (error) {
      if (batch.length === 1) batch[0]!.fail(error);
      else for (const one of batch) await this.storeNext(key, [one]); // one of them is at fault, and no other may pay for it
    }
  }
}

function takeBatch<Item, Outcome>(waiting: Waiting<Item, Outcome>[]): Waiting<Item, Outcome>[] {
  let bytes = 0;
  const over = waiting.findIndex((next) => (bytes += next.bytes) > MOST_BYTES);
  return waiting.splice(0, Math.max(1, Math.min(MOST, over === -1 ? waiting.length : over)));
}
