import { slugCandidates } from './slug.ts';

const first = (name: string): string => slugCandidates(name, (bytes) => Buffer.alloc(bytes, 0xab)).next().value ?? '';

test.each([
  ['Glow Lab', 'glow-lab'],
  ['  Café  Séoul & Co. ', 'cafe-seoul-co'],
  ['단골', 'workspace-ababab'],
  ['단골 K', 'workspace-ababab'],
  ['단골 KB', 'kb'],
  ['123', 'workspace-ababab'],
  ['---', 'workspace-ababab'],
  ['a'.repeat(60), 'a'.repeat(40)],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('%s becomes %s', (name, slug) => {
  expect(first(name)).toBe(slug);
});

test('a taken name gets other endings, one after the other', () => {
  const candidates = slugCandidates('Glow Lab');
  const some = [candidates.next().value, candidates.next().value, candidates.next().value];
  expect(some[0]).toBe('glow-lab');
  expect(some[1]).toMatch(/^glow-lab-[0-9a-f]{6}$/);
  expect(new Set(some).size).toBe(3);
});
