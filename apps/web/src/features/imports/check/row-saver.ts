import { withCell } from './row-cells.ts';

/** Saves a whole row; answers whether it was taken. */
type SendRow = (cells: string[]) => Promise<boolean>;

/**
 * Saves changes of single cells although each save sends the whole row: one after another, each upon the one before, so that a
 * second cell that is left before the first is saved does not bring the old first cell back.
 */
export class RowSaver {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private cells: readonly string[]) {}

  /** The row as it was read; while changes are on their way it may be older than they are. */
  read(fresh: readonly string[]): void {
    if (this.waiting === 0) this.cells = fresh;
  }

  change(column: number, value: string, send: SendRow): Promise<boolean> {
    this.waiting += 1;
    const turn = this.last.then(async () => {
      const next = withCell(this.cells, column, value);
      try {
        const saved = await send(next);
        if (saved) this.cells = next;
        return saved;
      } finally {
        this.waiting -= 1;
      }
    });
    this.last = turn.catch(() => false);
    return turn;
  }
}
