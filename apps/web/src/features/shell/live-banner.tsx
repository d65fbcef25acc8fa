'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useLiveState } from '../../platform/live/live-provider.tsx';
import classes from './shell.module.css';

/** A blink of the network is not worth a sentence. */
const SHOW_AFTER_MS = 2_000;

/** Says since when the screen may be out of date, and that nothing typed is in danger. */
export function LiveBanner() {
  const t = useTranslations('shell');
  const formats = useFormats();
  const { status, since, connectNow } = useLiveState();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (status === 'live') setShown(false);
    if (status !== 'paused') return undefined;
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return (
    <div role="status" className={classes.bannerRegion}>
      {shown && since !== null && (
        <div className={classes.banner}>
          <span>{t('livePaused', { at: formats.time(since) })}</span>
          <button type="button" className={classes.bannerAction} onClick={connectNow}>
            {t('reconnect')}
          </button>
        </div>
      )}
    </div>
  );
}
