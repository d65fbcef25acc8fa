'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import { GradeBadge, LevelBadge, StatusBadge } from '../../components/badges.tsx';
import type { BuyerRowFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './buyers.module.css';
import { Tags } from './tags.tsx';

/** One buyer in the list. The link is the name; the row is its target. */
export const BuyerRow = memo(function BuyerRow({ row, href }: { row: BuyerRowFieldsFragment; href: string }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const day = (instant: string | null) => (instant === null ? '–' : formats.day(instant));
  return (
    <tr className={classes.row}>
      <td className={classes.badges}>
        <GradeBadge grade={row.grade} />
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
            row.country && formats.country(row.country),
            row.lastOrderAt && t('lastOrderAt', { at: day(row.lastOrderAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td data-wide>{row.country === null ? '–' : formats.country(row.country)}</td>
      <td data-wide>{row.ownerName ?? '–'}</td>
      <td data-wide className={classes.number}>
        {formats.number(row.orderCount)}
      </td>
      <td data-wide>{day(row.lastOrderAt)}</td>
      <td data-wide>{day(row.lastContactAt)}</td>
      <td>
        <span className={classes.state}>
          {row.waiting && <StatusBadge tone="warning">{t('waits')}</StatusBadge>}
          <Tags tags={row.tags} />
        </span>
      </td>
    </tr>
  );
});
