import { type Client, CloseCode, createClient } from 'graphql-ws';
import { stringifyDocument } from 'urql';
import { type WorkspaceEventsSubscription, WorkspaceEventsDocument } from '../../generated/graphql.ts';
import { laterPosition, retryDelayMs } from './reconnect.ts';

export type WorkspaceEvent = WorkspaceEventsSubscription['workspaceEvents'];
/** `null` asks for a reload: events may have been missed. */
export type LiveListener = (event: WorkspaceEvent | null) => void;
export interface LiveState {
  status: 'connecting' | 'live' | 'paused';
  /** When updates stopped, while paused. */
  since: Date | null;
}

/** graphql-ws's own close codes for "not signed in" and "not allowed". */
const REFUSALS: readonly number[] = [CloseCode.Unauthorized, CloseCode.Forbidden];

/** A connection that ended sooner was no success: the waits go on growing. */
const STEADY_MS = 5_000;

/** One socket per tab. It resumes after the last event it has seen, so nothing is skipped and nothing is repeated. */
export class LiveConnection {
  private client: Client | null = null;
  private unsubscribe: (() => void) | null = null;
  private position: string | null = null;
  private attempt = 0;
  private connectedAt: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stopped = true;
  private state: LiveState = { status: 'connecting', since: null };
  private readonly listeners = new Set<LiveListener>();
  private readonly stateListeners = new Set<() => void>();

  constructor(private readonly workspace: string) {}

  start(): void {
    this.stopped = false;
    window.addEventListener('online', this.connectNow);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener('online', this.connectNow);
    if (this.timer) clearTimeout(this.timer);
    // The subscription first: completing it on a closing socket would be an error.
    this.unsubscribe?.();
    this.unsubscribe = null;
    void this.client?.dispose();
    this.client = null;
  }

  /** Tries again at once instead of waiting for the next attempt. */
  readonly connectNow = (): void => {
    if (this.stopped || this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.connect();
  };

  readonly onEvent = (listener: LiveListener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly onState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  readonly getState = (): LiveState => this.state;

  private connect(): void {
    const client = createClient({
      url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
      connectionParams: { workspace: this.workspace },
      lazy: true,
      retryAttempts: 0,
      keepAlive: 20_000,
    });
    this.client = client;
    client.on('connected', () => this.connected());
    this.unsubscribe = client.subscribe<WorkspaceEventsSubscription>(
      { query: stringifyDocument(WorkspaceEventsDocument), variables: { after: this.position } },
      {
        next: (result) => result.data && this.receive(result.data.workspaceEvents),
        error: (problem) => this.lost(client, problem),
        complete: () => this.lost(client, null),
      },
    );
  }

  private connected(): void {
    this.connectedAt = performance.now();
    this.setState({ status: 'live', since: null });
    if (this.position === null) this.tell(null);
  }

  private receive(event: WorkspaceEvent): void {
    this.position = laterPosition(this.position, event.position);
    this.tell(event);
  }

  private lost(client: Client, problem: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    void client.dispose();
    if (this.connectedAt !== null && performance.now() - this.connectedAt > STEADY_MS) this.attempt = 0;
    this.connectedAt = null;
    // The session or its rights ended: whoever shows something asks again, and learns which of the two it was.
    if (problem instanceof CloseEvent && REFUSALS.includes(problem.code)) this.tell(null);
    if (this.state.status !== 'paused') this.setState({ status: 'paused', since: new Date() });
    this.timer = setTimeout(
      () => {
        this.timer = null;
        this.connect();
      },
      retryDelayMs(this.attempt++, Math.random()),
    );
  }

  private tell(event: WorkspaceEvent | null): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private setState(state: LiveState): void {
    this.state = state;
    for (const listener of [...this.stateListeners]) listener();
  }
}
