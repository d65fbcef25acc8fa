import { HomeScreen } from '../../../features/home/home-screen.tsx';
import { pageTitle } from '../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('home');

export default function HomePage() {
  return <HomeScreen />;
}
