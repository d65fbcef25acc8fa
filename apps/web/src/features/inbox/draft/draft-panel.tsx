'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SparkIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Menu, MenuItem, MenuLabel } from '../../../components/menu.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { DiscardDraftDocument, type DraftFieldsFragment } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { knownCode } from '../../buyers/index.ts';
import type { Conversation } from '../conversation/use-conversation.ts';
import type { Citation } from './cited-text.tsx';
import { type Claim, parseClaim } from './claims.ts';
import { DraftBody } from './draft-body.tsx';
import classes from './draft.module.css';
import { GateFailures } from './gate-failures.tsx';
import { NO_DRAFT_REASONS } from './verdict-codes.ts';
import { Verdict } from './verdict.tsx';

/** Opened now and then, so loaded when it is. */
const CitedEntryDialog = lazyPart(() => import('../../knowledge/index.ts').then((module) => module.CitedEntryDialog));

const DISCARD_REASONS = ['wrong_fact', 'wrong_language', 'wrong_tone', 'off_topic', 'not_needed'] as const;

export interface DraftPanelProps {
  conversation: Conversation;
  canReply: boolean;
  /** Nothing is written yet: inserting is the next step, and looks like it. */
  replyEmpty: boolean;
  onInsert: (text: string, draftId: string, claims: readonly Claim[]) => void;
  onChanged: () => void;
  onInserted: () => void;
}

/** The assistant's draft: what it makes of the message, what it would answer and from what. Nothing enters the reply until Insert. */
export function DraftPanel({ conversation, canReply, replyEmpty, onInsert, onChanged, onInserted }: DraftPanelProps) {
  const t = useTranslations('inbox.draft');
  const keys = useTranslations('inbox.keys');
  const [citation, setCitation] = useState<Citation | null>(null);
  const { draft } = conversation;
  const insertable = canReply && draft !== null && draft.status !== 'NONE' && draft.status !== 'DISCARDED';
  const insert = (text: string) => {
    if (!draft) return;
    onInsert(text, draft.id, draft.unsupported.map(parseClaim));
    onInserted();
  };
  const insertWhole = () => draft?.plainText && insert(draft.plainText);
  const onDiscarded = (reason: string) => {
    onChanged();
    // A wrong fact is put right at its source, so the source is shown.
    if (reason === 'wrong_fact') setCitation(draft?.citations[0] ?? null);
  };
  const group = keys('conversation');
  useShortcuts(
    insertable
      ? [
          { keys: 'i', label: t('insert'), group, run: () => void insertWhole(), palette: 'record' },
          ...draft.options.slice(0, 3).map(({ label, text }, index) => ({
            keys: String(index + 1),
            label: t('insertOption', { label }),
            group,
            run: () => insert(text),
          })),
        ]
      : [],
  );

  if (!draft) return <NoDraftYet conversation={conversation} />;
  return (
    <div className={classes.panel}>
      <Verdict triage={draft.triage} />
      <DraftState draft={draft} />
      {draft.text !== null && draft.status !== 'NONE' && (
        <DraftBody draft={draft} onInsert={insertable ? insert : null} onCitation={setCitation} />
      )}
      {citation && <CitedEntryDialog citation={citation} onClose={() => setCitation(null)} />}
      <GateFailures draft={draft} />
      <p className={classes.engine}>{t('engine', { engine: draft.engine })}</p>
      {insertable && (
        <div className={classes.actions}>
          <Button variant={replyEmpty && draft.status === 'READY' ? 'filled' : 'light'} onClick={insertWhole}>
            {t('insert')}
          </Button>
          {draft.status === 'READY' && <DiscardMenu draft={draft} onDiscarded={onDiscarded} />}
        </div>
      )}
    </div>
  );
}

function NoDraftYet({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('inbox.draft');
  if (conversation.status !== 'WAITING') return <EmptyState icon={<SparkIcon />} title={t('noneNeeded')} />;
  return (
    <div role="status">
      <EmptyState icon={<SparkIcon />} title={t('preparing')}>
        {t('preparingText')}
      </EmptyState>
    </div>
  );
}

/** What became of the draft, in words; a ready one needs none. */
function DraftState({ draft }: { draft: DraftFieldsFragment }) {
  const t = useTranslations('inbox.draft');
  if (draft.status === 'READY') return null;
  if (draft.status === 'NONE') {
    const reason = knownCode(NO_DRAFT_REASONS, draft.noDraftReason);
    return (
      <p className={classes.notice}>
        {reason ? t(`noDraft.${reason}`) : t('noDraft.other', { reason: draft.noDraftReason ?? '' })}
      </p>
    );
  }
  return (
    <p className={classes.notice} data-status={draft.status}>
      {t(`states.${draft.status}`)}
    </p>
  );
}

/** One tap says why; the reason trains the next drafts. */
function DiscardMenu({ draft, onDiscarded }: { draft: DraftFieldsFragment; onDiscarded: (reason: string) => void }) {
  const t = useTranslations('inbox.draft');
  const may = useMay();
  const { show } = useToasts();
  const [discard, discarding] = useAct(DiscardDraftDocument);
  if (!may('draft:review')) return null;
  const onDiscard = async (reason: string) => {
    const { data } = await discard({ input: { id: draft.id, reason } });
    if (data?.discardDraft.__typename === 'Draft') onDiscarded(reason);
    else show({ tone: 'bad', message: t('discardFailed') });
  };
  return (
    <Menu
      label={t('discardWhy')}
      side="top"
      align="end"
      trigger={(props) => (
        <Button variant="subtle" color="gray" loading={discarding} {...props}>
          {t('discard')}
        </Button>
      )}
    >
      <MenuLabel>{t('discardWhy')}</MenuLabel>
      {DISCARD_REASONS.map((reason) => (
        <MenuItem key={reason} onClick={() => void onDiscard(reason)}>
          {t(`discardReasons.${reason}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
