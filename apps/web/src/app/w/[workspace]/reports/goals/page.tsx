import { GoalsScreen } from '../../../../../features/reports/goals/goals-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('reportGoals');

export default function GoalsPage() {
  return <GoalsScreen />;
}
