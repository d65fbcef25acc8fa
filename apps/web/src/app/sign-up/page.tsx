import { SignUpScreen } from '../../features/access/sign-up-screen.tsx';
import { GraphqlProvider } from '../../platform/graphql/graphql-provider.tsx';
import { pageTitle } from '../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('signUp');

export default function SignUpPage() {
  return (
    <GraphqlProvider workspace={null}>
      <SignUpScreen />
    </GraphqlProvider>
  );
}
