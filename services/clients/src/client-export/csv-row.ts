/** Spreadsheets take this for a formula, whatever quotes there are; after an apostrophe it is text. */
const FORMULA = /^'*[=+\-@\t\r]/;

export const csvRow = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
