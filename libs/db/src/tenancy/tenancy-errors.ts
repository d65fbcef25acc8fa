/** A unit of one workspace was entered with the context of another, or rows of another one were asked for. */
export class WorkspaceMismatch extends Error {
  override readonly name = 'WorkspaceMismatch';
  constructor() {
    super('Two workspaces met: a unit of work and everything asked of it belong to one');
  }
}

/** A unit over the whole workspace was entered with the context of a member's own records, or the other way round. */
export class ScopeMismatch extends Error {
  override readonly name = 'ScopeMismatch';
  constructor() {
    super("Two scopes met: a unit of work sees the whole workspace or one member's own records, never both");
  }
}

/** A write, a buffered event or a hook was asked for where no unit of work is open. */
export class NoUnitOfWork extends Error {
  override readonly name = 'NoUnitOfWork';
  constructor() {
    super('This needs an open unit of work: call it inside unitOfWork.run');
  }
}

/** The work ended while a statement of it was still running or queued: somewhere an `await` is missing. */
export class UnfinishedStatements extends Error {
  override readonly name = 'UnfinishedStatements';
  constructor() {
    super('The unit of work ended with statements still running; await all of them');
  }
}

/** The transaction was not open and healthy at commit, or the server answered the commit with a rollback. */
export class CommitRefused extends Error {
  override readonly name = 'CommitRefused';
  constructor(reason: string, options?: ErrorOptions) {
    super(`The unit of work was rolled back: ${reason}`, options);
  }
}

/** A row that the caller relies on does not exist in this workspace (or not any more). */
export class RowNotFound extends Error {
  override readonly name = 'RowNotFound';
  constructor(
    readonly table: string,
    readonly id: string,
  ) {
    super(`No row ${id} in ${table} of this workspace`);
  }
}
