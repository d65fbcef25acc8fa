'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { toLocalInput } from '../../../platform/time/local-input.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './composer.module.css';
import type { PromisedTime } from './use-promised-time.ts';

/** A reply that says "we are looking into it": it counts as the first response and is marked with the time that it promises. */
export function HoldingReply({ promise }: { promise: PromisedTime }) {
  const t = useTranslations('inbox.composer');
  const { timeZone } = useWorkspace();
  if (promise.local === null) return null;
  return (
    <div className={classes.holding}>
      <TextInput
        type="datetime-local"
        label={t('holdingUntil', { zone: timeZone })}
        description={t('holdingHint')}
        min={toLocalInput(new Date(), timeZone)}
        value={promise.local}
        onChange={(event) => promise.setLocal(event.currentTarget.value)}
      />
      <Button variant="subtle" onClick={promise.drop}>
        {t('holdingOff')}
      </Button>
    </div>
  );
}
