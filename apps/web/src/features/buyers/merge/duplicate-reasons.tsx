'use client';
import { useTranslations } from 'next-intl';
import type { DuplicateReason } from '../../../generated/graphql.ts';

/** Why two buyers may be one. */
export function DuplicateReasons({ reasons }: { reasons: readonly DuplicateReason[] }) {
  const t = useTranslations('buyers.merge.reasons');
  return <>{reasons.map((reason) => t(reason)).join(', ')}</>;
}
