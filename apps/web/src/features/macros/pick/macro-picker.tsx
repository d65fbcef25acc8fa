'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BookIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useVariableName } from '../use-variable-name.ts';
import type { InsertedMacro } from './use-insert-macro.ts';

export type { InsertedMacro } from './use-insert-macro.ts';

const MacroDialog = lazyPart(() => import('./macro-dialog.tsx').then((part) => part.MacroDialog));

/** So long the hint stands that something has to be filled in by hand. */
const MISSING_MS = 20_000;

/** A button that opens the macros. Who draws it may open it too: at `/` in an empty reply. */
export function MacroPicker({
  conversationId,
  language,
  onInsert,
  opened,
  onOpenedChange,
}: {
  conversationId: string;
  /** Language of the thread, so that the list shows what the buyer will read. */
  language: string | null;
  onInsert: (macro: InsertedMacro) => void;
  opened?: boolean;
  onOpenedChange?: (opened: boolean) => void;
}) {
  const t = useTranslations('macros.pick');
  const inbox = useTranslations('inbox');
  const variableName = useVariableName();
  const { show } = useToasts();
  const [own, setOwn] = useState(false);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenedChange?.(next);
  };
  useShortcuts([
    { keys: 'm', label: t('open'), group: inbox('keys.conversation'), run: () => change(true), palette: 'record' },
  ]);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        px="0.5rem"
        leftSection={<BookIcon />}
        title={t('hint')}
        aria-haspopup="dialog"
        onClick={() => change(true)}
      >
        {t('button')}
      </Button>
      {(opened ?? own) && (
        <MacroDialog
          conversationId={conversationId}
          language={language}
          onClose={() => change(false)}
          onInsert={(macro) => {
            change(false);
            onInsert(macro);
            if (macro.missing.length > 0)
              show({
                message: t('fillIn', { names: macro.missing.map(variableName).join(', ') }),
                tone: 'bad',
                durationMs: MISSING_MS,
              });
          }}
        />
      )}
    </>
  );
}
