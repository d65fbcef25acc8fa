import { useMay, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import type { OpenImport } from './import-words.ts';

/** Whether the viewer may see what a file holds, and so may work on it: who sent it, or who may see all of that anyway. */
export function useMaySeeFile({ startedBy }: Pick<OpenImport, 'startedBy'>): boolean {
  const may = useMay();
  const { memberId } = useWorkspace();
  return (startedBy !== null && startedBy.id === memberId) || (may('money:read') && may('contact:read'));
}
