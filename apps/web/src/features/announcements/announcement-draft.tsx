'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Panel } from '../../components/page-frame.tsx';
import type { AnnouncementFactsFragment, RecipientRowFragment } from '../../generated/graphql.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { useCountryChoices } from '../buyers/index.ts';
import { AnnouncementEditor } from './announcement-editor.tsx';
import classes from './announcements.module.css';
import { RecipientsReview } from './recipients-review.tsx';
import { type Segment, segmentOf } from './segment.ts';

/** A draft: what and to whom in short, then the messages. While it is changed, there is nothing to send. */
export function AnnouncementDraft({
  announcement,
  onChanged,
}: {
  announcement: AnnouncementFactsFragment & { readonly recipients: readonly RecipientRowFragment[] };
  onChanged: () => void;
}) {
  const t = useTranslations('announcements');
  const segmentWords = useSegmentWords();
  const sends = useMay()('announcement:send');
  const [changing, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const nobody = announcement.recipients.length === 0;
  const close = () => {
    setChanging(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const { id, products, search, filter } = announcement;
  return (
    <>
      {sends && (changing || nobody) ? (
        <AnnouncementEditor
          key={id}
          id={id}
          announcement={announcement}
          onSaved={() => {
            onChanged();
            close();
          }}
          {...(!nobody && { onCancel: close })}
        />
      ) : (
        <Panel
          title={t('what')}
          actions={
            sends && (
              <Button ref={opener} variant="default" onClick={() => setChanging(true)} aria-label={t('changeDraft')}>
                {t('edit')}
              </Button>
            )
          }
        >
          <dl className={classes.summary}>
            <dt>{t('products.title')}</dt>
            <dd>{products.map(({ name, code }) => `${name} (${code})`).join(', ')}</dd>
            <dt>{t('segment.title')}</dt>
            <dd>{segmentWords(segmentOf(search, filter))}</dd>
          </dl>
        </Panel>
      )}
      {(!changing || nobody) && <RecipientsReview announcement={announcement} onChanged={onChanged} />}
    </>
  );
}

function useSegmentWords(): (segment: Segment) => string {
  const t = useTranslations('announcements.segment');
  const countries = useCountryChoices();
  return ({ grades, histories, country, silentDays, search }) => {
    const conditions = [
      grades.length > 0 && `${t('grades')} ${grades.join(', ')}`,
      histories.length > 0 && histories.map((history) => t(`history.${history}`)).join(', '),
      country !== '' && (countries.find(({ value }) => value === country)?.label ?? country),
      silentDays !== '' && `${t('silent')} ${t('silentDays', { days: silentDays })}`,
      search !== '' && `${t('search')}: ${search}`,
    ].filter((condition) => condition !== false);
    return conditions.length === 0 ? t('all') : conditions.join(' · ');
  };
}
