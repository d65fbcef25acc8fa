'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './board.module.css';
import { ColumnSum } from './column-sum.tsx';
import type { Column } from './lay-board.ts';

/** A column's name, how many buyers it has, and what they all paid. */
export function ColumnHead({ column, name, baseCurrency }: { column: Column; name: string; baseCurrency: string }) {
  const t = useTranslations('pipeline');
  const formats = useFormats();
  return (
    <header className={classes.head}>
      <h2 className={classes.columnName}>
        {name}
        <span className={classes.count}>
          <span aria-hidden>{formats.number(column.count)}</span>
          <span className="visually-hidden">{t('count', { count: column.count })}</span>
        </span>
      </h2>
      <ColumnSum column={column} baseCurrency={baseCurrency} />
    </header>
  );
}
