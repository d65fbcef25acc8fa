'use client';
import { type ReactNode, createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Shortcut, ShortcutRegistry } from './shortcut-registry.ts';

export type { Shortcut } from './shortcut-registry.ts';

const DISABLED_KEY = 'dangol.shortcuts.disabled';

/** True where keys are text: fields, editors, and lists that jump by letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.role === 'combobox';
}

const ShortcutsContext = createContext<{
  registry: ShortcutRegistry;
  disabled: boolean;
  setDisabled: (disabled: boolean) => void;
} | null>(null);

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new ShortcutRegistry(), []);
  const [disabled, setDisabled] = useState(false);
  useEffect(() => setDisabled(window.localStorage.getItem(DISABLED_KEY) === '1'), []);
  useEffect(() => {
    registry.disabled = disabled;
  }, [registry, disabled]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.repeat) return;
      // A modifier alone is the beginning of a press, not a press.
      if (/^(Shift|Control|Alt|Meta)/.test(event.code)) return;
      const inDialog = document.querySelector('dialog[open], [popover]:popover-open') !== null;
      if (registry.handle(event, performance.now(), { typing: isTyping(event.target), inDialog }))
        event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [registry]);

  const value = useMemo(
    () => ({
      registry,
      disabled,
      setDisabled: (next: boolean) => {
        window.localStorage.setItem(DISABLED_KEY, next ? '1' : '0');
        setDisabled(next);
      },
    }),
    [registry, disabled],
  );
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
}

export function useShortcutRegistry() {
  const value = useContext(ShortcutsContext);
  if (value === null) throw new Error('ShortcutsProvider is missing');
  return value;
}

/** Registers shortcuts while the component is mounted. Pass a new array freely: the latest is used. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { registry } = useShortcutRegistry();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  }, [shortcuts]);
  useEffect(() => registry.add(() => latest.current), [registry]);
}
