import { SamplePolicyScreen } from '../../../../../features/settings/sample-policy/sample-policy-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('samplePolicy');

export default function SamplePolicyPage() {
  return <SamplePolicyScreen />;
}
