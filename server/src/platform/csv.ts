/** Begins a file that spreadsheet programs would otherwise not read as UTF-8. */
export const byteOrderMark = '\uFEFF';

// what makes a spreadsheet program calculate, also in the full-width forms that Chinese editions accept
const calculates = /^[=+\-@＝＋－＠\t\r]/;

/** One line of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const csvLine = (cells: ReadonlyArray<string | null>): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(value: string | null): string {
  if (value === null) return '';
  const text = calculates.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
