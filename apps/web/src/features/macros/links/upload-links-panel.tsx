'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { CopyField } from '../../../components/copy-field.tsx';
import forms from '../../../components/form.module.css';
import { UploadIcon } from '../../../components/icons.tsx';
import {
  CreateUploadLinkDocument,
  RevokeUploadLinkDocument,
  type UploadLinkFieldsFragment,
} from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './links.module.css';

type UploadLink = UploadLinkFieldsFragment;

/** Links through which the buyer sends files: make one, copy it while it is new, take it back, see how much came. */
export function UploadLinksPanel({
  conversationId,
  links,
  onChanged,
}: {
  conversationId: string;
  links: readonly UploadLink[];
  onChanged: () => void;
}) {
  const t = useTranslations('macros.links');
  const may = useMay();
  const failureText = useFailureText();
  const { show } = useToasts();
  const [create, creating] = useAct(CreateUploadLinkDocument);
  const [revoke, revoking] = useAct(RevokeUploadLinkDocument);
  const [made, setMade] = useState<{ id: string; url: string } | null>(null);
  const [leaving, setLeaving] = useState<UploadLink | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const writes = may('inbox:reply');

  const make = async () => {
    setProblem(null);
    const { data, failure } = await create({ id: newId(), conversationId });
    if (failure !== null) return setProblem(failureText(failure));
    if (data.createUploadLink.__typename !== 'UploadLinkMade') return setProblem(t('gone'));
    setMade({ id: data.createUploadLink.link.id, url: data.createUploadLink.url });
    return onChanged();
  };
  const takeBack = async (link: UploadLink) => {
    const { failure } = await revoke({ id: link.id });
    setLeaving(null);
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    if (made?.id === link.id) setMade(null);
    onChanged(); // one that is gone already is not there any more either
    return show({ message: t('revoked'), tone: 'good' });
  };

  return (
    <section className={classes.panel} aria-label={t('title')}>
      <h3 className={classes.title}>{t('title')}</h3>
      <p className={classes.lead}>{t('lead')}</p>
      {problem !== null && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      {made !== null && (
        <div className={classes.made}>
          <CopyField label={t('address')} value={made.url} rows={1} />
          <p>{t('once')}</p>
        </div>
      )}
      {writes && (
        <Button variant="default" leftSection={<UploadIcon />} loading={creating} onClick={() => void make()}>
          {t('make')}
        </Button>
      )}
      {links.length > 0 && (
        <ul className={classes.list}>
          {links.map((link) => (
            <LinkItem key={link.id} link={link} onRevoke={writes ? () => setLeaving(link) : null} />
          ))}
        </ul>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('revokeTitle')}
        act={t('revoke')}
        running={revoking}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && void takeBack(leaving)}
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </section>
  );
}

function LinkItem({ link, onRevoke }: { link: UploadLink; onRevoke: (() => void) | null }) {
  const t = useTranslations('macros.links');
  const formats = useFormats();
  const now = useNow();
  const state = link.revoked ? 'revoked' : new Date(link.expiresAt) <= now ? 'expired' : 'open';
  const made = formats.dateTime(link.createdAt);
  return (
    <li className={classes.item} data-state={state}>
      <div>
        <p className={classes.state}>{t(`states.${state}`, { until: formats.dateTime(link.expiresAt) })}</p>
        <p className={classes.facts}>
          {t('madeAt', { at: made })} · {t('came', { count: link.usedCount })}
        </p>
      </div>
      {state === 'open' && onRevoke && (
        <Button variant="subtle" color="gray" c="inherit" aria-label={t('revokeOf', { at: made })} onClick={onRevoke}>
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
