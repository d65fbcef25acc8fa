import { KnowledgeScreen } from '../../../../features/knowledge/knowledge-screen.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('knowledge');

export default function KnowledgePage() {
  return <KnowledgeScreen />;
}
