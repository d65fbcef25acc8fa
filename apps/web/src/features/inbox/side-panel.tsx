'use client';
import { ActionIcon, Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { CloseIcon } from '../../components/icons.tsx';
import { BuyerSummary } from '../buyers/index.ts';
import { DraftPanel, type DraftPanelProps } from './draft/draft-panel.tsx';
import classes from './inbox.module.css';

export type PanelName = 'draft' | 'buyer';

interface SidePanelProps extends Omit<DraftPanelProps, 'onInserted'> {
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
}

/** What helps to answer: the assistant's draft, and who is asking. On narrow screens it lies over the conversation until closed. */
export const SidePanel = memo(function SidePanel({ panel, onPanel, ...draft }: SidePanelProps) {
  const t = useTranslations('inbox');
  return (
    <aside className={classes.side} aria-label={t('panel.label')}>
      <Tabs
        value={panel ?? 'draft'}
        onChange={(value) => onPanel(value === 'buyer' ? 'buyer' : 'draft')}
        keepMounted={false}
        className={classes.tabs}
      >
        <div className={classes.sideHead}>
          <Tabs.List className={classes.tabList}>
            <Tabs.Tab value="draft" id="panel-tab-draft">
              {t('panel.draft')}
            </Tabs.Tab>
            <Tabs.Tab value="buyer">{t('panel.buyer')}</Tabs.Tab>
          </Tabs.List>
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
        </div>
        <Tabs.Panel value="draft" className={classes.sideBody} tabIndex={0}>
          <DraftPanel {...draft} onInserted={() => onPanel(null)} />
        </Tabs.Panel>
        <Tabs.Panel value="buyer" className={classes.sideBody} tabIndex={0}>
          <BuyerSummary buyer={draft.conversation.buyer} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
});
