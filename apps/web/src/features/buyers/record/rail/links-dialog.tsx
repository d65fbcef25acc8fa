'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../../components/dialog.tsx';
import forms from '../../../../components/form.module.css';
import { CloseIcon, PlusIcon } from '../../../../components/icons.tsx';
import { type BuyerRecordFieldsFragment, UpdateBuyerDocument } from '../../../../generated/graphql.ts';
import { useAct } from '../../../../platform/graphql/use-act.ts';
import { useRefusals } from '../../use-refusals.ts';
import classes from './links-dialog.module.css';

interface LinksDialogProps {
  buyer: BuyerRecordFieldsFragment;
  onClose: () => void;
  onSaved: () => void;
}

interface Line {
  key: number;
  label: string;
  url: string;
}
const MOST = 20;

/** All pages of a buyer at once; saved only when nobody changed them meanwhile. */
export function LinksDialog({ buyer, onClose, onSaved }: LinksDialogProps) {
  const t = useTranslations('buyers.links');
  const common = useTranslations('common');
  const refusals = useRefusals();
  const [update, running] = useAct(UpdateBuyerDocument);
  /** What stood there when the dialog opened: a live change under it must not pass for seen. */
  const [seen] = useState(() => buyer.links.map(({ label, url }) => ({ label, url })));
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (seen.length > 0 ? seen : [{ label: '', url: '' }]).map((link, key) => ({ ...link, key })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const change = (key: number, patch: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.key === key ? { ...line, ...patch } : line)));
  const add = () =>
    setLines((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, label: '', url: '' }]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const links = lines
      .filter(({ url }) => url.trim() !== '')
      .map(({ label, url }) => ({ label: label.trim(), url: url.trim() }));
    setProblem(null);
    const { data, failure } = await update({ input: { id: buyer.id, changes: { links }, seen: { links: seen } } });
    if (failure) return setProblem(refusals.ofFailure(failure));
    if (data.updateBuyer.__typename !== 'BuyerSaved') return setProblem(refusals.ofRefusal(data.updateBuyer));
    onSaved();
    return onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <form className={forms.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        {lines.map(({ key, label, url }, index) => (
          <fieldset key={key} className={classes.line}>
            <legend className="visually-hidden">{t('one', { n: index + 1 })}</legend>
            <TextInput
              label={t('label')}
              placeholder="Instagram"
              value={label}
              maxLength={60}
              onChange={(event) => change(key, { label: event.currentTarget.value })}
            />
            <TextInput
              label={t('url')}
              type="url"
              placeholder="https://"
              value={url}
              maxLength={500}
              onChange={(event) => change(key, { url: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="2.75rem"
              aria-label={t('remove', { n: index + 1 })}
              onClick={() => setLines((all) => all.filter((line) => line.key !== key))}
            >
              <CloseIcon />
            </ActionIcon>
          </fieldset>
        ))}
        {lines.length < MOST && (
          <Button variant="subtle" leftSection={<PlusIcon />} onClick={add}>
            {t('add')}
          </Button>
        )}
        <div className={forms.actions}>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
