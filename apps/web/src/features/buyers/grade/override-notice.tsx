'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './grade-why.module.css';

interface OverrideNoticeProps {
  override: {
    readonly reason: string;
    readonly reviewOn: string;
    readonly setAt: string;
    readonly setBy: { readonly name: string } | null;
  };
}

/** Who decided over the rules, why, and when it is looked at again. */
export function OverrideNotice({ override }: OverrideNoticeProps) {
  const t = useTranslations('buyers.override');
  const formats = useFormats();
  return (
    <div className={classes.override}>
      <p dir="auto">{override.reason}</p>
      <p>
        {t('by', {
          name: override.setBy?.name ?? t('formerMember'),
          at: formats.day(override.setAt),
          review: formats.date(override.reviewOn),
        })}
      </p>
    </div>
  );
}
