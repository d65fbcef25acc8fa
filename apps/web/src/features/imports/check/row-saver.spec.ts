import { RowSaver } from './row-saver.ts';

/** Takes what is sent, but for the sends of these numbers. */
function recorder(...refused: number[]) {
  const sent: string[][] = [];
  const send = async (cells: string[]): Promise<boolean> => {
    const nth = sent.push(cells);
    await Promise.resolve();
    return !refused.includes(nth);
  };
  return { sent, send };
}

it('sends the second change upon the first, also when nobody waits in between', async () => {
  const { sent, send } = recorder();
  const saver = new RowSaver(['a', 'b']);
  const saves = [saver.change(0, 'A', send), saver.change(1, 'B', send)];
  saver.read(['a', 'b']); // read before either was saved
  expect(await Promise.all(saves)).toEqual([true, true]);
  expect(sent).toEqual([
    ['A', 'b'],
    ['A', 'B'],
  ]);
});

it('does not build upon what was refused, or what failed', async () => {
  const { sent, send } = recorder(1);
  const saver = new RowSaver(['a', 'b']);
  expect(await Promise.all([saver.change(0, 'A', send), saver.change(1, 'B', send)])).toEqual([false, true]);
  expect(sent[1]).toEqual(['a', 'B']);
  const lost = saver.change(0, 'A', () => Promise.reject(new Error('no line')));
  const next = saver.change(0, 'C', send);
  await expect(lost).rejects.toThrow('no line');
  expect(await next).toBe(true);
  expect(sent.at(-1)).toEqual(['C', 'B']);
});

it('takes over what was read when nothing waits', async () => {
  const { sent, send } = recorder();
  const saver = new RowSaver(['a', 'b']);
  saver.read(['x', 'y']);
  await saver.change(1, 'B', send);
  expect(sent).toEqual([['x', 'B']]);
});
