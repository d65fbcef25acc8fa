'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import { StatusBadge } from '../../../components/badges.tsx';
import type { ProductRowFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { ProductPicture } from '../product-picture.tsx';
import products from '../products.module.css';
import { useMissingWords } from '../use-missing-words.ts';
import classes from './list.module.css';

/** One product in the list. The link is the name; the row is its target. */
export const ProductRow = memo(function ProductRow({ row }: { row: ProductRowFieldsFragment }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const missingWords = useMissingWords();
  const { moq, leadTimeDays, fromPrice, missing } = row;
  const price = fromPrice && t('from', { price: formats.money(fromPrice) });
  return (
    <tr className={classes.row}>
      <td className={classes.pictureCell}>
        <ProductPicture path={row.imagePath} />
      </td>
      <th scope="row" className={classes.nameCell}>
        <Link href={href('products', row.id)} className={classes.link} data-walk dir="auto">
          {row.name}
        </Link>
        <span className={classes.code}>{[row.code, row.category].filter(Boolean).join(' · ')}</span>
        <span className={classes.inShort}>
          {[
            price,
            moq !== null && t('moqOf', { count: formats.number(moq) }),
            leadTimeDays !== null && t('days', { count: leadTimeDays }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td data-wide className={classes.number}>
        {row.variantCount === 0 ? '–' : formats.number(row.variantCount)}
      </td>
      <td data-wide className={classes.number}>
        {price ?? '–'}
      </td>
      <td data-wide className={classes.number}>
        {moq === null ? '–' : formats.number(moq)}
      </td>
      <td data-wide className={classes.number}>
        {leadTimeDays === null ? '–' : t('days', { count: leadTimeDays })}
      </td>
      <td className={classes.stateCell}>
        <span className={classes.state}>
          {row.isNew && <StatusBadge tone="info">{t('new')}</StatusBadge>}
          {row.status !== 'ACTIVE' && <StatusBadge tone="neutral">{t(`statuses.${row.status}`)}</StatusBadge>}
          {missing.length > 0 ? (
            <span className={products.missing}>{t('missing', { parts: missingWords(missing) })}</span>
          ) : (
            <span className={products.complete}>{t('complete')}</span>
          )}
        </span>
      </td>
    </tr>
  );
});
