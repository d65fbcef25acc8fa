'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { CloseIcon } from '../../components/icons.tsx';
import { useShortcuts } from '../keyboard/shortcuts-provider.tsx';
import classes from './toasts.module.css';

export interface Toast {
  message: string;
  tone?: 'neutral' | 'good' | 'bad';
  /** Undo: also reached by Ctrl/Cmd+Z outside text fields while the toast stands. */
  undo?: () => void;
  /** Another act than undo. */
  action?: { label: string; run: () => void };
  /** Default: 10 s with undo (UX principle 8), 6 s without. Hovering or focusing holds the toast. */
  durationMs?: number;
}

interface Toasts {
  /** Returns a function that takes the toast away. */
  show: (toast: Toast) => () => void;
}

const ToastsContext = createContext<Toasts | null>(null);
const MOST_SHOWN = 3;

export function ToastsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const next = useRef(1);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (toast: Toast) => {
      const id = next.current++;
      setToasts((all) => [...all.slice(1 - MOST_SHOWN), { ...toast, id }]);
      return () => dismiss(id);
    },
    [dismiss],
  );
  const undoLatest = () => {
    const latest = toasts.findLast((toast) => toast.undo);
    if (!latest) return;
    dismiss(latest.id);
    latest.undo?.();
  };
  useShortcuts([{ keys: 'mod+z', label: t('undo'), group: t('keysGeneral'), run: undoLatest }]);
  const value = useMemo(() => ({ show }), [show]);
  return (
    <ToastsContext value={value}>
      {children}
      <div className={classes.region} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </div>
    </ToastsContext>
  );
}

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useTranslations('common');
  const [held, setHeld] = useState(false);
  const durationMs = toast.durationMs ?? (toast.undo ? 10_000 : 6_000);
  const latest = useRef(onDismiss);
  useEffect(() => {
    latest.current = onDismiss;
  }, [onDismiss]);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => latest.current(), durationMs);
    return () => clearTimeout(timer);
  }, [held, durationMs]);
  const act = (run: () => void) => () => {
    onDismiss();
    run();
  };
  return (
    <div
      className={classes.toast}
      data-tone={toast.tone ?? 'neutral'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes.message}>{toast.message}</span>
      {toast.action && (
        <button type="button" className={classes.action} onClick={act(toast.action.run)}>
          {toast.action.label}
        </button>
      )}
      {toast.undo && (
        <button type="button" className={classes.action} onClick={act(toast.undo)}>
          {t('undo')}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={t('dismiss')} onClick={onDismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}

export function useToasts(): Toasts {
  const value = useContext(ToastsContext);
  if (value === null) throw new Error('ToastsProvider is missing');
  return value;
}
