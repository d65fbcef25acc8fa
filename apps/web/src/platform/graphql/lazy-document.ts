import type { DocumentNode } from 'graphql';
import { createRequest } from 'urql';

/** A document that codegen wrote as text; urql's own parser reads it when the operation is first used. */
export function lazyDocument(hash: string, text: string): DocumentNode {
  let definitions: DocumentNode['definitions'] | null = null;
  const document: object = {
    kind: 'Document',
    __meta__: { hash },
    get definitions() {
      definitions ??= createRequest(text, {}).query.definitions;
      return definitions;
    },
  };
  return document as DocumentNode;
}
