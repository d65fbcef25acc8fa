import { AssignmentScreen } from '../../../../../features/settings/assignment/assignment-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('assignment');

export default function AssignmentPage() {
  return <AssignmentScreen />;
}
