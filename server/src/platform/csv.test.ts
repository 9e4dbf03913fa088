import { csvLine } from './csv';

describe('a line of CSV', () => {
  it('ends as RFC 4180 has it, and leaves nothing where there is nothing', () => {
    expect(csvLine(['TM-2026-00001', null, '停机'])).toBe('TM-2026-00001,,停机\r\n');
  });

  it('keeps commas, quotes and line ends within a cell', () => {
    expect(csvLine(['a,b', 'said "no"', 'two\nlines', 'two\r\nlines'])).toBe(
      '"a,b","said ""no""","two\nlines","two\r\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+86 1000000', '-5', '@SUM(A1)', '\tx', '＝1+1', '＋1', '－1', '＠A'])(
    'lets no spreadsheet calculate %j',
    (text) => {
      expect(csvLine([text])).toBe(`'${text}\r\n`);
    },
  );

  it('guards a formula that also has to be quoted', () => {
    expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
  });
});
