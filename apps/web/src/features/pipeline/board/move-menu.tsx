'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Menu, MenuItem, MenuLabel } from '../../../components/menu.tsx';
import { STAGES } from '../pipeline-url.ts';
import classes from './board.module.css';
import type { Card } from './lay-board.ts';

const BY_ORDERS: readonly string[] = ['FIRST_ORDER', 'REPEAT'];

/** Where a buyer can be moved to. It opens as it is drawn; all stages are listed, so that a refusal can say why. */
export function MoveMenu({
  card,
  trigger,
  onClose,
  onMove,
}: {
  card: Card;
  trigger: ReactNode;
  onClose: () => void;
  onMove: (stage: (typeof STAGES)[number]) => void;
}) {
  const t = useTranslations('pipeline');
  const items = useRef<HTMLDivElement>(null);
  // At once, before the next key is read: an arrow typed right after `m` belongs to the menu, not to the board behind it.
  useEffect(() => items.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus(), []);
  return (
    <Menu
      label={t('moveName', { name: card.name })}
      align="end"
      width="15rem"
      opened
      onChange={(opened) => !opened && onClose()}
      trigger={() => trigger}
    >
      <div ref={items} role="none">
        <MenuLabel>{t('moveTo')}</MenuLabel>
        {STAGES.map((stage) => (
          <MenuItem key={stage} checked={card.stage === stage} onClick={() => onMove(stage)}>
            {t(`stages.${stage}`)}
            {BY_ORDERS.includes(stage) && <span className={classes.byOrders}> {t('byOrders')}</span>}
          </MenuItem>
        ))}
      </div>
    </Menu>
  );
}
