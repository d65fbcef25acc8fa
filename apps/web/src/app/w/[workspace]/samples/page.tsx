import { SamplesScreen } from '../../../../features/samples/samples-screen.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('samples');

export default function SamplesPage() {
  return <SamplesScreen />;
}
