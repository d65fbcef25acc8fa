'use client';
import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';

/** A note being written. The API keeps drafts of replies only, so this one stays in the browser until it is added. */
export function useNoteText(conversationId: string): [text: string, change: (text: string) => void] {
  const { memberId } = useWorkspace();
  const key = `dangol.note.${memberId}.${conversationId}`;
  const [text, setText] = useState('');
  useEffect(() => setText(window.localStorage.getItem(key) ?? ''), [key]);
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, next);
    },
    [key],
  );
  return [text, change];
}
