import { GradingScreen } from '../../../../../features/settings/grading/grading-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('grading');

export default function GradingPage() {
  return <GradingScreen />;
}
