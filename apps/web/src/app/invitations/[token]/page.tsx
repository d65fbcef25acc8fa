import { InvitationScreen } from '../../../features/access/invitation-screen.tsx';
import { GraphqlProvider } from '../../../platform/graphql/graphql-provider.tsx';
import { pageTitle } from '../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('invitation');

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <GraphqlProvider workspace={null}>
      <InvitationScreen token={token} />
    </GraphqlProvider>
  );
}
