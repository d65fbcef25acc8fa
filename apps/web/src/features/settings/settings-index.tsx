'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { AREAS } from './areas.ts';

/** Settings without an area open the first one that the viewer may read. */
export function SettingsIndex() {
  const router = useRouter();
  const may = useMay();
  const href = useWorkspaceHref();
  const first = AREAS.find(({ needs }) => may(needs));
  const address = first && href('settings', first.segment);
  useEffect(() => {
    if (address !== undefined) router.replace(address);
  }, [address, router]);
  return null;
}
