import { newId } from './new-id.ts';

describe('newId', () => {
  it('is a UUID v7 of the present', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });
  it('never repeats', () => expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000));
});
