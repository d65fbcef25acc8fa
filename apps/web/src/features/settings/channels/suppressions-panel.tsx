'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import {
  MailSuppressionsPageDocument,
  type MailSuppressionsPageQuery,
  SuppressMailDocument,
  UnsuppressMailDocument,
} from '../../../generated/graphql.ts';
import { useFieldMessages } from '../../../platform/forms/use-field-messages.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import classes from '../settings.module.css';
import { useRefusals } from '../use-refusals.ts';

type Suppression = MailSuppressionsPageQuery['mailSuppressions']['edges'][number]['node'];
const REASONS = ['bounced', 'complained', 'unsubscribed', 'by_hand'] as const;
/** Shown at first, and at most: a list of more is read in the archive. */
const FIRST = 20;
const MOST = 100;

/** Addresses that no mail goes to, and why; a person may add one, or let one be written to again. */
export function SuppressionsPanel() {
  const t = useTranslations('settings.channels.suppressions');
  const common = useTranslations('common');
  const [first, setFirst] = useState(FIRST);
  const query = useScreenQuery(
    MailSuppressionsPageDocument,
    { first },
    { refreshOn: ({ subjectKind }) => subjectKind === 'mail_suppression' },
  );
  const list = query.data?.mailSuppressions;
  return (
    <Panel title={t('title')} lead={t('lead')} flush>
      <AddForm onAdded={query.reload} />
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && !list && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={2} />
        </div>
      )}
      {list?.edges.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <ul className={classes.list}>
        {list?.edges.map(({ node }) => (
          <SuppressionItem key={node.id} suppression={node} onRemoved={query.reload} />
        ))}
      </ul>
      {list?.pageInfo.hasNextPage && first < MOST && (
        <div className={classes.more}>
          <Button variant="default" loading={query.loading} onClick={() => setFirst(MOST)}>
            {common('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function SuppressionItem({ suppression, onRemoved }: { suppression: Suppression; onRemoved: () => void }) {
  const t = useTranslations('settings.channels.suppressions');
  const formats = useFormats();
  const refusals = useRefusals();
  const { show } = useToasts();
  const [suppress] = useAct(SuppressMailDocument);
  const [unsuppress, running] = useAct(UnsuppressMailDocument);
  const { id, address, detail, createdAt } = suppression;
  const reason = REASONS.find((each) => each === suppression.reason) ?? 'by_hand';
  const name = address ?? t('hidden');

  const remove = async () => {
    const { failure } = await unsuppress({ id });
    onRemoved();
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    const undo = address && {
      undo: () => void suppress({ id: newId(), address, detail }).then(onRemoved),
    };
    return show({ message: t('removed', { address: name }), tone: 'good', ...undo });
  };

  return (
    <li className={classes.item}>
      <span className={classes.itemText}>
        <span className={classes.strong}>{name}</span>
        <span className={classes.dim}>
          {[t(`reasons.${reason}`), detail, formats.day(createdAt)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button
        variant="default"
        loading={running}
        aria-label={t('removeName', { address: name })}
        onClick={() => void remove()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}

function AddForm({ onAdded }: { onAdded: () => void }) {
  const t = useTranslations('settings.channels.suppressions');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const fieldMessages = useFieldMessages();
  const [suppress, running] = useAct(SuppressMailDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const detail = String(typed.get('detail')).trim() || null;
    const { data, failure } = await suppress({ id: newId(), address: String(typed.get('address')).trim(), detail });
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    if (data.suppressMail.__typename === 'NotFound') return setProblem(refusals.ofRefusal('NotFound'));
    setProblem(null);
    form.reset();
    return onAdded();
  };
  return (
    <form className={`${classes.inlineForm} ${classes.padded}`} onSubmit={(event) => void submit(event)}>
      {problem !== null && <p role="alert">{problem}</p>}
      <TextInput
        {...fieldMessages}
        name="address"
        type="email"
        label={t('address')}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <TextInput name="detail" label={`${t('note')} (${common('optional')})`} autoComplete="off" maxLength={200} />
      <Button type="submit" variant="default" loading={running}>
        {t('add')}
      </Button>
    </form>
  );
}
