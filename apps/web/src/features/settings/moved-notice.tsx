'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './settings.module.css';

/** Somebody saved a newer version while this one was being typed: nothing typed is lost, and the reader decides. */
export function MovedNotice({
  name,
  version,
  onKeep,
  onTake,
}: {
  name: string;
  version: number;
  onKeep: () => void;
  onTake: () => void;
}) {
  const t = useTranslations('settings.moved');
  return (
    <div className={classes.warning} role="alert">
      <p>{t('text', { name, version })}</p>
      <div className={classes.rowActs}>
        <Button variant="default" onClick={onKeep}>
          {t('keepMine')}
        </Button>
        <Button variant="default" onClick={onTake}>
          {t('takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
