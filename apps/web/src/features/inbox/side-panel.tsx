'use client';
import { ActionIcon, Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon } from '../../components/icons.tsx';
import { BuyerSummary } from '../buyers/index.ts';
import type { Conversation } from './conversation/use-conversation.ts';
import { DraftPanel } from './draft/draft-panel.tsx';
import classes from './inbox.module.css';
import type { Composer } from './reply/use-composer.ts';

export type PanelName = 'draft' | 'buyer';

interface SidePanelProps {
  conversation: Conversation;
  composer: Composer;
  panel: PanelName | null;
  onPanel: (panel: PanelName | null) => void;
  onChanged: () => void;
}

/** What helps to answer: the assistant's draft, and who is asking. On narrow screens it lies over the conversation until closed. */
export function SidePanel({ conversation, composer, panel, onPanel, onChanged }: SidePanelProps) {
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
          <DraftPanel
            conversation={conversation}
            composer={composer}
            onChanged={onChanged}
            onInserted={() => onPanel(null)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="buyer" className={classes.sideBody} tabIndex={0}>
          <BuyerSummary buyer={conversation.buyer} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
