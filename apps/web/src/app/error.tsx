'use client';
import { BrokenScreen } from '../features/shell/broken-screen.tsx';

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <BrokenScreen reference={error.digest ?? null} onRetry={retry} />;
}
