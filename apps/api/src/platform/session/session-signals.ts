import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@dangol/db';
import { DatabaseListener } from '../events/database-listener.ts';

const CHANNEL = 'dangol_sessions';
const ACCOUNT_PREFIX = 'account:';
const WORKSPACE_PREFIX = 'workspace:';

type Handler = (value: string) => void;

/**
 * Tells every process at once that a token has ended (its hash), or that the rights of an account (its id) or of everybody
 * in a workspace (its id) changed. Caches and open sockets listen. The message is part of the transaction that made the change, so it is never early and never missing.
 */
@Injectable()
export class SessionSignals {
  private readonly tokenHandlers: Handler[] = [];
  private readonly accountHandlers: Handler[] = [];
  private readonly workspaceHandlers: Handler[] = [];

  constructor(
    private readonly listener: DatabaseListener,
    private readonly unitOfWork: UnitOfWork,
  ) {
    listener.on(CHANNEL, (payload) => this.receive(payload));
  }

  /** True while signals arrive. */
  get connected(): boolean {
    return this.listener.connected;
  }

  /** Calls `handler` with the hash (hex) of each token that ended. */
  onTokenEnded(handler: Handler): void {
    this.tokenHandlers.push(handler);
  }

  /** Calls `handler` with the id of each account whose sessions or rights changed. */
  onAccountChanged(handler: Handler): void {
    this.accountHandlers.push(handler);
  }

  /** Calls `handler` with the id of each workspace of which a role changed. */
  onRightsChanged(handler: Handler): void {
    this.workspaceHandlers.push(handler);
  }

  /** Calls `handler` when signals may have been missed. */
  onGap(handler: () => void): void {
    this.listener.onGap(handler);
  }

  /** Announces that a token stopped working. */
  tokenEnded(tokenHash: string): Promise<void> {
    return this.send(tokenHash);
  }

  /** Announces that an account signed out everywhere, changed its role or was removed. */
  accountChanged(accountId: string): Promise<void> {
    return this.send(ACCOUNT_PREFIX + accountId);
  }

  /** Announces that a role of a workspace allows something else now, to its members and its API keys alike. */
  rightsChanged(workspaceId: string): Promise<void> {
    return this.send(WORKSPACE_PREFIX + workspaceId);
  }

  /** Inside a unit the signal leaves with its commit; this process then need not wait for its own echo. */
  private async send(payload: string): Promise<void> {
    const unit = this.unitOfWork.current();
    if (!unit) {
      await this.unitOfWork.dataSource.query('select pg_notify($1, $2)', [CHANNEL, payload]);
      return this.receive(payload);
    }
    await unit.statement((client) => client.query('select pg_notify($1, $2)', [CHANNEL, payload]));
    this.unitOfWork.afterCommit(() => this.receive(payload));
  }

  private receive(payload: string): void {
    const tell = (handlers: readonly Handler[], prefix: string) => {
      for (const handler of handlers) handler(payload.slice(prefix.length));
    };
    if (payload.startsWith(ACCOUNT_PREFIX)) tell(this.accountHandlers, ACCOUNT_PREFIX);
    else if (payload.startsWith(WORKSPACE_PREFIX)) tell(this.workspaceHandlers, WORKSPACE_PREFIX);
    else tell(this.tokenHandlers, '');
  }
}
