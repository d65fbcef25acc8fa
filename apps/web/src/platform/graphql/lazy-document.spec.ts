import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatDocument, stringifyDocument } from 'urql';
import * as generated from '../../generated/graphql.ts';
import { documentHash } from './persisted-exchange.ts';

const manifest: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../persisted-operations.json', import.meta.url), 'utf8'),
);
const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document'));

describe('generated operations', () => {
  it('are found', () => expect(documents.length).toBeGreaterThan(20));

  it.each(documents)('%s is sent as the bytes that its hash was made of, and the server has it', (_name, document) => {
    const sent = stringifyDocument(formatDocument(document));
    const hash = createHash('sha256').update(sent).digest('hex');
    expect(documentHash(formatDocument(document))).toBe(hash);
    expect(manifest[hash]).toBe(sent);
  });
});
