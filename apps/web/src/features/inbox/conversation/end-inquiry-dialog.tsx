'use client';
import { Button, Radio, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { DeclineInquiryDocument, ReportSpamDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from './conversation.module.css';
import type { Conversation, Outcome } from './use-conversation.ts';

export type EndKind = 'decline' | 'spam';

const REASONS = {
  decline: ['cannot_supply', 'below_minimum', 'market_closed', 'price_too_far', 'other'],
  spam: ['solicitation', 'supplier_pitch', 'scam', 'phishing', 'irrelevant', 'other'],
} as const;
const DETAIL_LENGTH = 300;

/** Ends an inquiry without an answer. It takes a reason, which the team sees; nothing is sent to the buyer. */
export function EndInquiryDialog({
  kind,
  conversation,
  onClose,
  onOutcome,
}: {
  kind: EndKind;
  conversation: Conversation;
  onClose: () => void;
  onOutcome: (outcome: Outcome) => void;
}) {
  const t = useTranslations('inbox.end');
  const common = useTranslations('common');
  const { show } = useToasts();
  const [reason, setReason] = useState<string | null>(null);
  const [detail, setDetail] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [decline, declining] = useAct(DeclineInquiryDocument);
  const [reportSpam, reporting] = useAct(ReportSpamDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = detail.trim();
    if (reason === null || (reason === 'other' && words === ''))
      return setProblem(t(reason === null ? 'reasonNeeded' : 'detailNeeded'));
    const input = { conversationId: conversation.id, reason: words === '' ? reason : `${reason}: ${words}` };
    const { data } =
      kind === 'decline'
        ? await decline({ input }).then(outcomeOf('declineInquiry'))
        : await reportSpam({ input }).then(outcomeOf('reportSpam'));
    if (data?.__typename === 'ConversationSaved') {
      onOutcome(data);
      show({ message: t(`${kind}.done`, { name: conversation.buyer.name }) });
      return onClose();
    }
    return setProblem(t(data?.__typename === 'ConversationNotOpen' ? 'notOpen' : 'failed'));
  };

  return (
    <Dialog opened onClose={onClose} title={t(`${kind}.title`, { name: conversation.buyer.name })}>
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        <p className={classes.formLead}>{t(`${kind}.lead`)}</p>
        <Radio.Group label={t('reason')} value={reason} onChange={setReason} required>
          <div className={classes.radios}>
            {REASONS[kind].map((code) => (
              <Radio key={code} value={code} label={t(`reasons.${code}`)} size="md" />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={reason === 'other' ? t('detail') : `${t('detail')} (${common('optional')})`}
          value={detail}
          maxLength={DETAIL_LENGTH}
          autosize
          minRows={2}
          onChange={(event) => setDetail(event.currentTarget.value)}
        />
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <div className={classes.formActions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={declining || reporting}>
            {t(`${kind}.submit`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The two mutations answer the same union under their own names. */
function outcomeOf<Name extends string>(name: Name) {
  return <Answer,>({ data }: { data: { readonly [Key in Name]: Answer } | null }): { data: Answer | null } => ({
    data: data?.[name] ?? null,
  });
}
