import { fillAnnouncement, MAX_ANNOUNCEMENT_TEXT } from './fill-announcement.ts';
import { recipientObstacle } from './recipient-obstacle.ts';

test('a text is filled for each buyer, every time the word stands in it; other braces stay', () => {
  const words = { name: 'Lumo Kft', products: ['Rice cream', 'Ginseng mask'] };
  expect(fillAnnouncement('Hello {name}, new: {products}. {name}! {price} {}', words)).toBe(
    'Hello Lumo Kft, new: Rice cream, Ginseng mask. Lumo Kft! {price} {}',
  );
});

test('what is put in is not read again, and a text never grows past a message', () => {
  expect(fillAnnouncement('{name}', { name: '{products} $& $1', products: ['x'] })).toBe('{products} $& $1');
  const long = fillAnnouncement('{name}'.repeat(10), { name: 'n'.repeat(9_000), products: [] });
  expect(long).toHaveLength(MAX_ANNOUNCEMENT_TEXT);
});

test.each([
  [{ reachable: true, refused: false, waiting: false }, null],
  [{ reachable: false, refused: false, waiting: false }, 'no_channel'],
  [{ reachable: true, refused: true, waiting: true }, 'no_consent'],
  [{ reachable: false, refused: true, waiting: false }, 'no_consent'],
  [{ reachable: true, refused: false, waiting: true }, 'waiting'],
] as const)('%o is kept back by %s', (facts, obstacle) => {
  expect(recipientObstacle(facts)).toBe(obstacle);
});
