import { destinationOf } from './destinations.ts';

describe('destinationOf', () => {
  it.each([
    ['/w/hanbit', 'home'],
    ['/w/hanbit/inbox', 'inbox'],
    ['/w/hanbit/inbox/0190c1d2', 'inbox'],
    ['/w/hanbit/settings/api-keys', 'settings'],
  ])('%s belongs to %s', (path, name) => expect(destinationOf(path)).toBe(name));
});
