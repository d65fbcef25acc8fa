type Ending = () => unknown;

/** What a bench has started or made, and how each of it ends. */
export class Belongings {
  private readonly endings: { readonly what: string; readonly end: Ending }[] = [];
  private ended = false;

  /** Adds something; it ends before everything that was added earlier, and at once (then this throws) after the end. */
  add(what: string, end: Ending): void {
    if (!this.ended) return void this.endings.push({ what, end });
    void Promise.resolve(end()).catch(() => undefined);
    throw new Error(`the bench has ended, nobody needs ${what}`);
  }

  /** Ends everything, newest first. A failure is told and does not keep the rest from ending. */
  async end(tell: (text: string) => void): Promise<void> {
    this.ended = true;
    for (let last = this.endings.pop(); last; last = this.endings.pop()) {
      try {
        await last.end();
      } catch (error) {
        tell(`could not end ${last.what}: ${String(error)}`);
      }
    }
  }
}
