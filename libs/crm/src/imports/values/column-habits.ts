import type { DateOrder } from './read-date.ts';

const NUMBERS = /^\s*(\d{1,4})\s*([-./])\s*(\d{1,2})\s*[-./]\s*(\d{1,4})(?!\d)/;
const POINTED = /^[^\d]*\d[\d ]*([.,])\d+[^\d]*$/;
const BOTH = /\d([.,])\d{3}(?:\1\d{3})*([.,])\d+\D*$/;

/**
 * In which order the dates of a column are written, decided over all of its cells: one cell whose day passes 12 decides for
 * all. `ambiguous` when more than one order fits (or none), null when no cell is a date of numbers.
 */
export class DateOrderEvidence {
  #seen = false;
  #yearFirst = false;
  #possible: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

  observe(cell: string): void {
    const match = NUMBERS.exec(cell);
    if (!match) return;
    const [first, second, third] = [match[1]!, match[3]!, match[4]!];
    if (first.length === 4) {
      this.#yearFirst = true;
      return;
    }
    if (first.length > 2 || third.length === 3) return;
    this.#seen = true;
    const [a, b, c] = [Number(first), Number(second), Number(third)];
    this.#possible = this.#possible.filter((order) => {
      // A year has two digits or four.
      if (order === 'dmy') return third.length > 1 && a >= 1 && a <= 31 && b >= 1 && b <= 12;
      // Nobody who puts the month first parts it by points.
      if (order === 'mdy') return match[2] !== '.' && third.length > 1 && a >= 1 && a <= 12 && b >= 1 && b <= 31;
      return first.length === 2 && third.length <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31;
    });
  }

  decide(): DateOrder | 'ambiguous' | null {
    if (!this.#seen) return this.#yearFirst ? 'ymd' : null;
    return this.#possible.length === 1 ? this.#possible[0]! : 'ambiguous';
  }
}

/** Which sign parts the decimals of a column's numbers, decided over all of its cells. */
export class DecimalEvidence {
  #comma = 0;
  #point = 0;
  #unclear = 0;

  observe(cell: string): void {
    const both = BOTH.exec(cell);
    if (both && both[1] !== both[2]) return this.#count(both[2]!);
    const match = POINTED.exec(cell);
    if (!match) return;
    const decimals = /(\d+)\D*$/.exec(cell)![1]!.length;
    const before = /\d+/.exec(cell)![0].length;
    if (decimals === 3 && before <= 3) this.#unclear += 1;
    else this.#count(match[1]!);
  }

  decide(): 'comma' | 'point' | 'ambiguous' | null {
    if (this.#comma > 0 && this.#point > 0) return 'ambiguous';
    if (this.#comma > 0) return 'comma';
    if (this.#point > 0) return 'point';
    return this.#unclear > 0 ? 'ambiguous' : null;
  }

  #count(mark: string): void {
    if (mark === ',') this.#comma += 1;
    else this.#point += 1;
  }
}
