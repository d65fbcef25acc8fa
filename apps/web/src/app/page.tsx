import { EntryScreen } from '../features/access/entry-screen.tsx';
import { GraphqlProvider } from '../platform/graphql/graphql-provider.tsx';

export default function EntryPage() {
  return (
    <GraphqlProvider workspace={null}>
      <EntryScreen />
    </GraphqlProvider>
  );
}
