import path from 'node:path';
import type { NextConfig } from 'next';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
/** Only `next dev` needs the API's address: in production the API stands in front and both share one origin. */
const apiUrl = process.env.DANGOL_API_URL ?? 'http://127.0.0.1:4000';

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repositoryRoot,
  turbopack: {
    root: repositoryRoot,
    // Messages arrive with their ICU syntax parsed (src/platform/i18n/messages.ts), so the browser needs no parser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are the `typecheck` target's work, with the faster compiler.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
  devIndicators: false,
  async rewrites() {
    return process.env.NODE_ENV === 'development' ? [{ source: '/graphql', destination: `${apiUrl}/graphql` }] : [];
  },
};

export default config;
