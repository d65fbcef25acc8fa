'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';

/** The zone of the times in the file, for those that name none. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations('imports.columns');
  const { timeZone } = useWorkspace();
  const zones = useMemo(
    () => [...new Set([value, timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])],
    [value, timeZone],
  );
  return (
    <NativeSelect
      label={t('zone')}
      description={t('zoneAdvice')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={zones}
    />
  );
}
