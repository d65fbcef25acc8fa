'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import { LevelBadge, StatusBadge } from '../../../components/badges.tsx';
import type { BuyerRowFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { GradeButton } from '../grade/grade-button.tsx';
import { MoneyText } from '../money-text.tsx';
import { Tags } from '../tags.tsx';
import classes from './buyers.module.css';

interface BuyerRowProps {
  row: BuyerRowFieldsFragment;
  href: string;
  /** Place in the list, from 0; not all rows of a long list are drawn. */
  index: number;
}

/** One buyer in the list. The link is the name; the row is its target. */
export const BuyerRow = memo(function BuyerRow({ row, href, index }: BuyerRowProps) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const day = (instant: string | null) => (instant === null ? '–' : formats.day(instant));
  return (
    <tr className={classes.row} data-row aria-rowindex={index + 2}>
      <td className={classes.badges}>
        <GradeButton buyerId={row.id} grade={row.grade} />
        {row.overridden && (
          <span className={classes.byHand} title={t('overridden')}>
            <span aria-hidden>*</span>
            <span className="visually-hidden">{t('overridden')}</span>
          </span>
        )}
        <LevelBadge level={row.platformLevel} />
      </td>
      <th scope="row" className={classes.nameCell}>
        <Link href={href} className={classes.link} data-walk dir="auto">
          {row.name}
        </Link>
        {row.company !== null && row.company !== row.name && (
          <span className={classes.company} dir="auto">
            {row.company}
          </span>
        )}
        <span className={classes.inShort}>
          {[
            t(`stages.${row.stage}`),
            row.country && formats.country(row.country),
            row.lastOrderAt && t('lastOrderAt', { at: day(row.lastOrderAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td data-wide>{t(`stages.${row.stage}`)}</td>
      <td data-wide>{row.country === null ? '–' : formats.country(row.country)}</td>
      <td data-wide>{row.ownerName ?? '–'}</td>
      <td data-wide className={classes.number}>
        {formats.number(row.orderCount)}
      </td>
      <td data-wide className={classes.number}>
        <MoneyText money={row.paidLastYear} />
      </td>
      <td data-wide data-widest>
        {day(row.lastOrderAt)}
      </td>
      <td data-wide data-widest>
        {day(row.lastContactAt)}
      </td>
      <td>
        <span className={classes.state}>
          {row.waiting && <StatusBadge tone="warning">{t('waits')}</StatusBadge>}
          <Tags tags={row.tags} freeTags={row.freeTags} />
        </span>
      </td>
    </tr>
  );
});
