'use client';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { type AnyVariables, type TypedDocumentNode, createRequest, useClient } from 'urql';
import { type WorkspaceEvent, useWorkspaceEvents } from '../live/live-provider.tsx';
import { type Failure, toFailure } from './failure.ts';

export interface ScreenQuery<Data> {
  data: Data | null;
  /** Set beside `data` when a refresh failed: what was shown stays on screen. */
  failure: Failure | null;
  /** No data yet and a request under way. */
  loading: boolean;
  /** Data shown, a newer answer under way. */
  refreshing: boolean;
  reload: () => void;
}

export interface ScreenQueryOptions {
  pause?: boolean;
  /** Which live events make the answer out of date. Bursts are answered with one request. */
  refreshOn?: (event: WorkspaceEvent) => boolean;
  /** While other variables load, go on showing the previous answer (lists); off for records. */
  keepPrevious?: boolean;
}

/** What is known, and for which request: an answer or failure of another record must not be shown for this one. */
interface State<Data> {
  data: { key: number; value: Data } | null;
  failure: { key: number; value: Failure } | null;
  fetching: boolean;
}

/** How long events are gathered before one refresh is sent. */
const REFRESH_DELAY_MS = 150;

/** Reads one operation for a screen: cached answer at once, fresh answer after, and again when live events say so. */
export function useScreenQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, refreshOn, keepPrevious = false }: ScreenQueryOptions = {},
): ScreenQuery<Data> {
  const client = useClient();
  const nextRequest = createRequest(document, variables);
  // The key is the identity of document and variables: equal variables in a new object are the same request.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- so the request itself is left out
  const request = useMemo(() => nextRequest, [nextRequest.key]);
  const [state, update] = useReducer(
    (previous: State<Data>, patch: Partial<State<Data>>): State<Data> => ({ ...previous, ...patch }),
    { data: null, failure: null, fetching: true },
  );
  const unsubscribe = useRef<() => void>(() => undefined);

  const run = useCallback(
    (requestPolicy: 'cache-and-network' | 'network-only') => {
      unsubscribe.current();
      update({ fetching: true });
      const subscription = client.executeQuery(request, { requestPolicy }).subscribe((result) => {
        const failure = result.error ? { key: request.key, value: toFailure(result.error) } : null;
        const { data: value } = result;
        const answer = value === undefined || value === null ? {} : { data: { key: request.key, value } };
        update({ ...answer, failure, fetching: result.stale });
      });
      unsubscribe.current = () => subscription.unsubscribe();
    },
    [client, request],
  );

  useLayoutEffect(() => {
    if (pause) return undefined;
    run('cache-and-network');
    return () => unsubscribe.current();
  }, [run, pause]);

  const reload = useCallback(() => run('network-only'), [run]);
  useRefreshOnEvents(refreshOn && !pause ? refreshOn : null, reload);

  const current = state.data !== null && (state.data.key === request.key || keepPrevious);
  const data = current ? (state.data?.value ?? null) : null;
  const failure = state.failure?.key === request.key ? state.failure.value : null;
  return {
    data,
    failure,
    loading: !pause && data === null && failure === null,
    refreshing: data !== null && (state.fetching || state.data?.key !== request.key),
    reload,
  };
}

function useRefreshOnEvents(matches: ((event: WorkspaceEvent) => boolean) | null, reload: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(reload);
  useEffect(() => {
    latest.current = reload;
  }, [reload]);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  useWorkspaceEvents((event) => {
    // null: the connection came back without knowing what was missed, so everything shown is suspect.
    if (matches === null || (event !== null && !matches(event)) || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      latest.current();
    }, REFRESH_DELAY_MS);
  });
}
