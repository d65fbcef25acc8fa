import { DESTINATIONS, destinationOf } from './destinations.ts';

describe('destinationOf', () => {
  it.each([
    ['/w/hanbit', 'home'],
    ['/w/hanbit/inbox', 'inbox'],
    ['/w/hanbit/inbox/0190c1d2', 'inbox'],
    ['/w/hanbit/pipeline', 'pipeline'],
    ['/w/hanbit/products/0190c1d2/edit', 'products'],
    ['/w/hanbit/reports/goals', 'reports'],
    ['/w/hanbit/settings/api-keys', 'settings'],
    ['/w/hanbit/imports/0190c1d2', 'settings'],
  ])('%s belongs to %s', (path, name) => expect(destinationOf(path)).toBe(name));
});

describe('DESTINATIONS', () => {
  it('gives every page a key of its own', () =>
    expect(new Set(DESTINATIONS.map(({ keys }) => keys)).size).toBe(DESTINATIONS.length));
});
