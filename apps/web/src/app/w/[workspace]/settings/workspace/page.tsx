import { WorkspaceScreen } from '../../../../../features/settings/workspace/workspace-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('workspace');

export default function WorkspacePage() {
  return <WorkspaceScreen />;
}
