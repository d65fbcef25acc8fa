import type { ReactNode } from 'react';
import { WorkspaceShell } from '../../../features/shell/workspace-shell.tsx';

export default async function WorkspaceLayout({
  params,
  children,
}: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspace } = await params;
  return <WorkspaceShell slug={decodeURIComponent(workspace)}>{children}</WorkspaceShell>;
}
