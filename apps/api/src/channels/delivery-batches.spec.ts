import { DeliveryBatches } from './delivery-batches.ts';

/** Batches whose storing ends when the test says so. */
function held() {
  const stored: { items: readonly string[]; end: () => void }[] = [];
  const batches = new DeliveryBatches<string, string>((key, items) => {
    if (items.includes('bad')) return Promise.reject(new Error('cannot be stored'));
    return new Promise((resolve) => {
      stored.push({ items, end: () => resolve(items.map((item) => `${key}:${item}`)) });
    });
  });
  return { stored, batches };
}
const turn = () => new Promise(setImmediate);

describe('batches of deliveries', () => {
  it('let one alone wait for nobody, and what comes meanwhile share the next transaction', async () => {
    const { stored, batches } = held();
    const answers = ['1', '2'].map(async (item, index) => {
      for (let turns = 0; turns < index; turns += 1) await turn();
      return batches.add('a', item, 1);
    });
    await turn();
    await turn();
    const later = ['3', '4', '5'].map((item) => batches.add('a', item, 1));
    await turn();
    expect(stored.map(({ items }) => items)).toEqual([['1'], ['2']]);
    stored[0]!.end();
    await turn();
    expect(stored.map(({ items }) => items)).toEqual([['1'], ['2'], ['3', '4', '5']]);
    stored[1]!.end();
    stored[2]!.end();
    expect(await Promise.all([...answers, ...later])).toEqual(['a:1', 'a:2', 'a:3', 'a:4', 'a:5']);
  });

  it('answer each with its own outcome when one cannot be stored', async () => {
    const { stored, batches } = held();
    const answers = ['1', 'bad', '2'].map((item) => batches.add('a', item, 1).catch(({ message }: Error) => message));
    await turn();
    stored[0]!.end();
    await turn();
    stored[1]!.end();
    expect(await Promise.all(answers)).toEqual(['a:1', 'cannot be stored', 'a:2']);
  });

  it('end before they hold too many bytes, and never mix channels', async () => {
    const { stored, batches } = held();
    const answers = ['1', '2', '3'].map((item) => batches.add('a', item, 3 * 1024 * 1024));
    answers.push(batches.add('b', '1', 1));
    for (let turns = 0; turns < 6; turns += 1) {
      await turn();
      stored.forEach(({ end }) => end());
    }
    await Promise.all(answers);
    expect(stored.map(({ items }) => items).toSorted()).toEqual([['1'], ['1'], ['2'], ['3']]);
  });
});
