import { once } from 'node:events';
import { Delivery } from './delivery.ts';

it('breaks off when nobody reads on', async () => {
  const delivery = new Delivery(20);
  delivery.write('x');
  const [error] = (await once(delivery, 'error')) as [Error];
  expect(error.message).toBe('Nobody read the file on');
});

it('waits no longer for one that is through', async () => {
  const delivery = new Delivery(20);
  delivery.end('x');
  expect(await delivery.toArray()).toEqual([Buffer.from('x')]);
  expect(delivery.errored).toBeNull();
});
