import { TagsScreen } from '../../../../../features/settings/tags-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('tags');

export default function TagsPage() {
  return <TagsScreen />;
}
