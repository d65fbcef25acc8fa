import { ChannelScreen } from '../../../../../../features/settings/channels/channel-screen.tsx';
import { pageTitle } from '../../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('channels');

export default async function ChannelPage({ params }: { params: Promise<{ channelId: string }> }) {
  const { channelId } = await params;
  return <ChannelScreen channelId={channelId} />;
}
