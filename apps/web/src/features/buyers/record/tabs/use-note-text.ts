'use client';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';

/** A new note being written stays in this browser until it is added; signing out forgets it. A rewritten one starts from what is stored. */
export function useNoteText(buyerId: string, stored: string | null): [text: string, change: (text: string) => void] {
  const { memberId } = useWorkspace();
  const key = `dangol.note.${memberId}.${buyerId}`;
  const isNew = stored === null;
  const [text, setText] = useState(stored ?? '');
  useEffect(() => {
    if (isNew) setText(window.localStorage.getItem(key) ?? '');
  }, [key, isNew]);
  const change = (next: string) => {
    setText(next);
    if (!isNew) return;
    if (next === '') window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, next);
  };
  return [text, change];
}
