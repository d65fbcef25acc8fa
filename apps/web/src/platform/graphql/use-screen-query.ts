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

interface State<Data> {
  key: number | null;
  data: Data | null;
  failure: Failure | null;
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
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key is the identity of document and variables
  const request = useMemo(() => nextRequest, [nextRequest.key]);
  const [state, update] = useReducer(
    (previous: State<Data>, patch: Partial<State<Data>>): State<Data> => ({ ...previous, ...patch }),
    { key: null, data: null, failure: null, fetching: true },
  );
  const unsubscribe = useRef<() => void>(() => undefined);

  const run = useCallback(
    (requestPolicy: 'cache-and-network' | 'network-only') => {
      unsubscribe.current();
      update({ fetching: true });
      const subscription = client.executeQuery(request, { requestPolicy }).subscribe((result) => {
        const failure = result.error ? toFailure(result.error) : null;
        const fetching = result.stale;
        if (result.data !== undefined && result.data !== null) update({ key: request.key, data: result.data, failure, fetching });
        else update({ failure, fetching });
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

  const current = state.key === request.key || keepPrevious;
  const data = current ? state.data : null;
  return {
    data,
    failure: state.failure,
    loading: !pause && data === null && state.failure === null,
    refreshing: data !== null && (state.fetching || state.key !== request.key),
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
