import { PipelineScreen } from '../../../../features/pipeline/pipeline-screen.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('pipeline');

export default function PipelinePage() {
  return <PipelineScreen />;
}
