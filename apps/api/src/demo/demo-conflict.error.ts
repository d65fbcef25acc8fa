/** Something of the user's own stands where the demo would go, so nothing was written. */
export class DemoConflict extends Error {
  constructor(reason: string) {
    super(`The demo workspaces were not made: ${reason}. Nothing was changed.`);
    this.name = 'DemoConflict';
  }
}
