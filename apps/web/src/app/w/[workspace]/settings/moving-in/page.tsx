import { MovingInScreen } from '../../../../../features/moving-in/moving-in-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('movingIn');

export default function MovingInPage() {
  return <MovingInScreen />;
}
