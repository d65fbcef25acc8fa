'use client';
import { useTranslations } from 'next-intl';
import { PageFrame } from '../../../components/page-frame.tsx';

/** Someone without the right followed a link here. */
export function MayNotEdit() {
  const t = useTranslations('products');
  return (
    <PageFrame title={t('title')}>
      <p>{t('mayNotEdit')}</p>
    </PageFrame>
  );
}
