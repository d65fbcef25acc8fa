import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';

const web = path.resolve(process.cwd(), 'apps/web');

/** Operation text by its SHA-256. The text is printed by urql itself, so the hash is of the very bytes the browser would send. */
const operations = new Map<string, string>();

function persist(document: DocumentNode): { hash: string } {
  const text = stringifyDocument(formatDocument(document));
  const hash = createHash('sha256').update(text).digest('hex');
  operations.set(hash, text);
  return { hash };
}

const EXPORTED_DOCUMENT =
  /^export const (\w+) = \{"__meta__":\{"hash":"([0-9a-f]{64})"\},.*\} as unknown as (DocumentNode<.*>);$/gm;

/**
 * Documents as texts that are parsed when first used, because their syntax trees would weigh three times as much; and each in
 * a file of its own, so that a page carries only those it sends.
 */
function spreadDocuments(file: string, content: string): string {
  if (!file.endsWith('graphql.ts')) return content;
  const folder = path.join(path.dirname(file), 'documents');
  mkdirSync(folder, { recursive: true });
  const spread = content.replace(EXPORTED_DOCUMENT, (_line, name: string, hash: string, type: string) => {
    const types = [...type.matchAll(/\b\w+(?:Query|Mutation|Subscription)(?:Variables)?\b/g)].map(([each]) => each);
    const text = JSON.stringify(operations.get(hash));
    writeFileSync(
      path.join(folder, `${name}.ts`),
      `import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import { lazyDocument } from '../../platform/graphql/lazy-document.ts';
import type { ${types.join(', ')} } from '../graphql.ts';

export const ${name} = /* @__PURE__ */ lazyDocument('${hash}', ${text}) as ${type};
`,
    );
    return `export { ${name} } from './documents/${name}.ts';`;
  });
  if (spread.includes('{"kind":"OperationDefinition"')) throw new Error('A document stayed behind');
  return spread;
}

const config: CodegenConfig = {
  schema: path.resolve(web, '../api/schema.graphql'),
  documents: `${web}/src/**/*.graphql`,
  generates: {
    [`${web}/src/generated/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false, onExecutableDocumentNode: persist },
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        strictScalars: true,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        immutableTypes: true,
        importExtension: '.ts',
        scalars: {
          DateTime: 'string',
          Date: 'string',
          BigInt: 'string',
          Decimal: 'string',
          JSON: 'Record<string, unknown>',
        },
      },
    },
  },
  hooks: {
    beforeOneFileWrite: (file, content) => spreadDocuments(file, content),
    beforeDone: () => {
      const sorted = Object.fromEntries([...operations].sort(([a], [b]) => a.localeCompare(b)));
      writeFileSync(path.join(web, 'persisted-operations.json'), `${JSON.stringify(sorted, null, 2)}\n`);
    },
  },
};

export default config;
