import { toCsv } from './csv.ts';

const cell = (value: string) => ({ text: value, value });

describe('toCsv', () => {
  it('begins with the mark that Excel needs and ends its lines with CRLF', () =>
    expect(toCsv([], { columns: ['국가', '금액'], rows: [[cell('헝가리'), cell('1286.40')]] })).toBe(
      '\uFEFF국가,금액\r\n헝가리,1286.40\r\n',
    ));
  it('states its facts above the table', () =>
    expect(toCsv([['Currency', 'USD']], { columns: ['Month'], rows: [] })).toBe('\uFEFFCurrency,USD\r\n\r\nMonth\r\n'));
  it.each(['=1+1', '+SUM(A1)', '-cmd', '@import', '\t=1'])('makes %j a text, not a formula', (value) =>
    expect(toCsv([], { columns: [], rows: [[cell(value)]] })).toContain(`'${value}`),
  );
  it('leaves a negative number a number', () =>
    expect(toCsv([], { columns: [], rows: [[cell('-16.20')]] })).toContain('\r\n-16.20\r\n'));
  it('quotes commas, quotes and line ends', () =>
    expect(toCsv([], { columns: [], rows: [[cell('a,"b"\nc')]] })).toContain('"a,""b""\nc"'));
});
