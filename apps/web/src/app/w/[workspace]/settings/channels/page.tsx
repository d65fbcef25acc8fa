import { ChannelsScreen } from '../../../../../features/settings/channels/channels-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('channels');

export default function ChannelsPage() {
  return <ChannelsScreen />;
}
