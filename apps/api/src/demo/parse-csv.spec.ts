import { parseCsv } from './parse-csv.ts';

describe('parseCsv', () => {
  it('reads plain, quoted and empty fields', () => {
    expect(parseCsv('number,company,phone\n1,Lumo Kft,\n2,"Aoki ""Shoji"" Co., Ltd.",+81\n')).toEqual([
      { number: '1', company: 'Lumo Kft', phone: '' },
      { number: '2', company: 'Aoki "Shoji" Co., Ltd.', phone: '+81' },
    ]);
  });

  it('reads an empty first field', () => {
    expect(parseCsv('a,b\n,2')).toEqual([{ a: '', b: '2' }]);
  });
});
