'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';

/** An amount; a dash where there is none, and a dash that says why where one's role does not see money. */
export function MoneyText({ money }: { money: { readonly minor: string; readonly currency: string } | null }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const may = useMay();
  if (money !== null) return <>{formats.money(money)}</>;
  if (may('money:read')) return <>–</>;
  return (
    <span title={t('hiddenForRole')}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('hiddenForRole')}</span>
    </span>
  );
}
