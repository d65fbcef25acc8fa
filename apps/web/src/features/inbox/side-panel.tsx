'use client';
import { ActionIcon } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { CloseIcon } from '../../components/icons.tsx';
import { BuyerSummary, TabList, TabPanel } from '../buyers/index.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import { DraftPanel, type DraftPanelProps } from './draft/draft-panel.tsx';
import classes from './inbox.module.css';

/** Looked at now and then, so loaded when it is. */
const UploadLinksPanel = lazyPart(() => import('../macros/index.ts').then((module) => module.UploadLinksPanel));

export type PanelName = 'draft' | 'buyer' | 'files';
export const SIDE_PANEL_ID = 'side';

interface SidePanelProps extends Omit<DraftPanelProps, 'onInserted'> {
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
}

/** What helps to answer: the assistant's draft, and who is asking. On narrow screens it lies over the conversation until closed. */
export const SidePanel = memo(function SidePanel({ panel, onPanel, ...draft }: SidePanelProps) {
  const t = useTranslations('inbox');
  const shown = panel ?? 'draft';
  return (
    <aside className={classes.side} aria-label={t('panel.label')}>
      <TabList
        id={SIDE_PANEL_ID}
        label={t('panel.label')}
        tabs={[
          { name: 'draft', text: t('panel.draft') },
          { name: 'buyer', text: t('panel.buyer') },
          { name: 'files', text: t('panel.files') },
        ]}
        selected={shown}
        onSelect={onPanel}
        end={
          <ActionIcon
            className={classes.sideClose}
            variant="subtle"
            color="gray"
            size="2.75rem"
            aria-label={t('panel.close')}
            onClick={() => onPanel(null)}
          >
            <CloseIcon />
          </ActionIcon>
        }
      />
      <TabPanel key={shown} id={SIDE_PANEL_ID} name={shown} className={classes.sideBody}>
        {shown === 'draft' && <DraftPanel {...draft} onInserted={() => onPanel(null)} />}
        {shown === 'buyer' && <BuyerSummary buyer={draft.conversation.buyer} />}
        {shown === 'files' && (
          <UploadLinksPanel
            conversationId={draft.conversation.id}
            links={draft.conversation.uploadLinks}
            onChanged={draft.onChanged}
          />
        )}
      </TabPanel>
    </aside>
  );
});
