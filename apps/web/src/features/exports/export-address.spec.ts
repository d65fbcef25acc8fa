import { exportAddress } from './export-address.ts';

describe('exportAddress', () => {
  it('says the workspace, and the filter as JSON', () => {
    const address = exportAddress('hanbit', 'buyers', 'csv', {
      filter: { grade: ['A'] },
      query: { search: 'Lumo & Co' },
    });
    const url = new URL(address, 'http://localhost');
    expect(url.pathname).toBe('/exports/buyers.csv');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      workspace: 'hanbit',
      filter: '{"grade":["A"]}',
      search: 'Lumo & Co',
    });
  });
  it('leaves out what is not asked', () =>
    expect(exportAddress('hanbit', 'tags', 'xlsx', { filter: {}, query: { search: '', from: null } })).toBe(
      '/exports/tags.xlsx?workspace=hanbit',
    ));
});
