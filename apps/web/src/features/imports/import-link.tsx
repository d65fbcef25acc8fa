'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { UploadIcon } from '../../components/icons.tsx';
import type { ImportKind } from '../../generated/graphql.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';

/** Leads from a list to the import of what it lists; nothing for those who may not. `quiet` where there is little room. */
export function ImportLink({ kind, quiet = false }: { kind: ImportKind; quiet?: boolean }) {
  const t = useTranslations('imports');
  const may = useMay();
  const href = useWorkspaceHref();
  if (!may('import:run')) return null;
  return (
    <Button
      component={Link}
      href={`${href('imports')}?kind=${kind}`}
      variant={quiet ? 'subtle' : 'default'}
      {...(quiet && { color: 'gray', px: '0.5rem' })}
      leftSection={<UploadIcon />}
    >
      {t('open')}
    </Button>
  );
}
