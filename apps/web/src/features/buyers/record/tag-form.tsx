'use client';
import { ActionIcon, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { CheckIcon, CloseIcon } from '../../../components/icons.tsx';
import { BuyerTagsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import classes from './tag-editor.module.css';

/** Adds one tag after another; tags that the team has are offered. */
export function TagForm({ onAdd, onClose }: { onAdd: (name: string) => void; onClose: () => void }) {
  const t = useTranslations('buyers');
  const common = useTranslations('common');
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const { data } = useScreenQuery(BuyerTagsDocument, {});
  const [name, setName] = useState('');
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
    input.current?.focus();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        ref={input}
        list={list}
        aria-label={t('newTag')}
        placeholder={t('newTag')}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
        }}
      />
      <datalist id={list}>
        {data?.tags.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
      <ActionIcon type="submit" variant="default" size="2.75rem" aria-label={t('addTag')}>
        <CheckIcon />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="2.75rem" aria-label={common('close')} onClick={onClose}>
        <CloseIcon />
      </ActionIcon>
    </form>
  );
}
