import { createHash } from 'node:crypto';

/** Slots at the beginning; doubled before three quarters are taken. */
const SMALLEST = 1_024;

/**
 * Which keys a file had so far, in 11 to 22 bytes a key whatever its length: a million rows must not take more memory than they have
 * to. Two different keys are taken for one about once in ten thousand files of a million rows, and then a count is off by one.
 */
export class SeenKeys {
  private slots = new Float64Array(SMALLEST);
  private taken = 0;

  /** True when the key was not there before. */
  add(key: string): boolean {
    const digest = createHash('md5').update(key).digest();
    const hash = digest.readUIntBE(0, 6) * 32 + (digest[6]! & 31) || 1; // 53 bits; 0 is a free slot
    const at = this.slotOf(this.slots, hash);
    if (this.slots[at] === hash) return false;
    this.slots[at] = hash;
    this.taken += 1;
    if (this.taken * 4 > this.slots.length * 3) this.grow();
    return true;
  }

  private slotOf(slots: Float64Array, hash: number): number {
    let at = hash % slots.length;
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) % slots.length;
    return at;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const hash of this.slots) if (hash !== 0) larger[this.slotOf(larger, hash)] = hash;
    this.slots = larger;
  }
}
