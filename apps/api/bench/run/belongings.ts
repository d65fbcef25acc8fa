type Ending = () => unknown;

/** What a bench has started or made, and how each of it ends. */
export class Belongings {
  private readonly endings: { readonly what: string; readonly end: Ending }[] = [];

  /** Adds something; it ends before everything that was added earlier. */
  add(what: string, end: Ending): void {
    this.endings.push({ what, end });
  }

  /** Ends everything, newest first. A failure is told and does not keep the rest from ending. */
  async end(tell: (text: string) => void): Promise<void> {
    for (let last = this.endings.pop(); last; last = this.endings.pop()) {
      try {
        await last.end();
      } catch (error) {
        tell(`could not end ${last.what}: ${String(error)}`);
      }
    }
  }
}
