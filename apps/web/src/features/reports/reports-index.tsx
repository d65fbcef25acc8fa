'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { REPORTS } from './areas.ts';

/** Reports without a name open the first one. */
export function ReportsIndex() {
  const router = useRouter();
  const allowed = useMay()('report:read');
  const address = useWorkspaceHref()('reports', REPORTS[0].segment);
  useEffect(() => {
    if (allowed) router.replace(address);
  }, [allowed, address, router]);
  return null;
}
