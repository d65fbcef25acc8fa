'use client';
import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '../platform/graphql/failure.ts';
import { useToasts } from '../platform/toasts/toasts-provider.tsx';
import { FailureState } from './states.tsx';

const NOT_LOADED: Failure = {
  kind: 'offline',
  code: 'PART_NOT_LOADED',
  reference: null,
  message: 'The code of this part of the screen could not be loaded',
  fields: [],
};

/**
 * A part of a screen whose code is fetched when it is first drawn. When that fails (no network, a newer version on the server)
 * only this part says so, and what is typed elsewhere on the screen stays: a dialog (a part with `onClose`) closes with a
 * toast, anything else stands as a failure with Retry.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { onClose?: () => void }> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyPart(props) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    const waiting = Part === null && !failed;
    useEffect(() => {
      if (!waiting) return undefined;
      let left = false;
      load().then(
        (component) => {
          loaded = component;
          if (!left) setPart(() => component);
        },
        () => left || setFailed(true),
      );
      return () => {
        left = true;
      };
    }, [waiting]);
    if (Part !== null) return <Part {...props} />;
    if (!failed) return null;
    if (props.onClose) return <ClosedByFailure onClose={props.onClose} />;
    return <FailureState failure={NOT_LOADED} onRetry={() => setFailed(false)} compact />;
  };
}

function ClosedByFailure({ onClose }: { onClose: () => void }) {
  const t = useTranslations('failure');
  const { show } = useToasts();
  const close = useEffectEvent(() => {
    show({ message: t(NOT_LOADED.kind), tone: 'bad' });
    onClose();
  });
  useEffect(() => close(), []);
  return null;
}
