import { SignInScreen } from '../../features/access/sign-in-screen.tsx';
import { GraphqlProvider } from '../../platform/graphql/graphql-provider.tsx';
import { pageTitle } from '../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('signIn');

export default function SignInPage() {
  return (
    <GraphqlProvider workspace={null}>
      <SignInScreen />
    </GraphqlProvider>
  );
}
