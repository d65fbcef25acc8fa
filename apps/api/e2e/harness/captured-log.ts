/** Keeps what the application logs, to look at. */
export class CapturedLog {
  readonly lines: string[] = [];

  write(line: string): void {
    this.lines.push(line);
  }

  /** All lines as one text. */
  get text(): string {
    return this.lines.join('');
  }

  /** What went wrong inside, for the message of a failed test. */
  get errors(): string {
    return this.lines.filter((line) => line.includes('"level":"error"')).join('');
  }

  /** Lines as records. */
  get records(): Record<string, unknown>[] {
    return this.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}
