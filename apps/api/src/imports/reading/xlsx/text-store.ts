import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { UnreadableFile } from '../unreadable-file.ts';

const BLOCK_BYTES = 64 * 1024;
/** Blocks that stay in memory: 16 MB. */
const KEPT_BLOCKS = 256;
/** 12 bytes of memory each. A full sheet of ten text columns that never repeat has ten million. */
const MAX_TEXTS = 20_000_000;

/**
 * The shared texts of a workbook by number. They lie in a file, and only some blocks in memory, so that a workbook of a million
 * different addresses costs no more memory than a small one. Sheets use texts nearly in the order in which they are stored.
 */
export class TextStore {
  readonly #file: number;
  /** Of each text: its block, and where in the block it begins. */
  #blocks = new Uint32Array(1024);
  #starts = new Uint32Array(1024);
  /** Where each block begins in the file; the last entry is its end. */
  readonly #offsets: number[] = [0];
  readonly #kept = new Map<number, Buffer>();
  #open: Buffer[] = [];
  #openBytes = 0;
  #count = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w+');
  }

  add(text: string): void {
    if (this.#count >= MAX_TEXTS) throw new UnreadableFile('TOO_MANY_TEXTS', { limit: MAX_TEXTS });
    if (this.#count === this.#blocks.length) this.#grow();
    const bytes = Buffer.from(text);
    this.#blocks[this.#count] = this.#offsets.length - 1;
    this.#starts[this.#count] = this.#openBytes;
    this.#count += 1;
    this.#open.push(bytes);
    this.#openBytes += bytes.length;
    if (this.#openBytes >= BLOCK_BYTES) this.seal();
  }

  /** Writes what is still in memory; to be called after the last text. */
  seal(): void {
    if (this.#openBytes === 0 && this.#open.length === 0) return;
    const block = Buffer.concat(this.#open, this.#openBytes);
    writeSync(this.#file, block, 0, block.length, this.#offsets.at(-1)!);
    this.#keep(this.#offsets.length - 1, block);
    this.#offsets.push(this.#offsets.at(-1)! + block.length);
    this.#open = [];
    this.#openBytes = 0;
  }

  /** The text of a number; null when there is none. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const number = this.#blocks[index]!;
    const block = this.#kept.get(number) ?? this.#read(number);
    const start = this.#starts[index]!;
    const next =
      index + 1 < this.#count && this.#blocks[index + 1] === number ? this.#starts[index + 1]! : block.length;
    return block.toString('utf8', start, next);
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(number: number): Buffer {
    const from = this.#offsets[number]!;
    const block = Buffer.alloc(this.#offsets[number + 1]! - from);
    readSync(this.#file, block, 0, block.length, from);
    this.#keep(number, block);
    return block;
  }

  #keep(number: number, block: Buffer): void {
    if (this.#kept.size >= KEPT_BLOCKS) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(number, block);
  }

  #grow(): void {
    const [blocks, starts] = [this.#blocks, this.#starts];
    this.#blocks = new Uint32Array(blocks.length * 2);
    this.#starts = new Uint32Array(starts.length * 2);
    this.#blocks.set(blocks);
    this.#starts.set(starts);
  }
}
