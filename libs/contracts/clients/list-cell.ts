// How a list stands in one cell of a spreadsheet: `clients` writes it, `imports` reads it.

const SEPARATOR = ';';

/** Items without the space around them; a separator or backslash within one has a backslash before it. */
export const cellOfList = (items: readonly string[]): string =>
  items.map((item) => item.trim().replace(/[\\;]/g, '\\$&')).join(`${SEPARATOR} `);

/** The items again, blank ones left out. A backslash before anything but these two is one. */
export const listInCell = (cell: string, separator = SEPARATOR): string[] => {
  const items: string[] = [];
  let item = '';
  for (const [part] of cell.matchAll(/\\[^]|[^]/gu)) {
    if (part === separator) {
      items.push(item);
      item = '';
    } else item += part === '\\\\' || part === `\\${separator}` ? part.slice(1) : part;
  }
  return [...items, item].map((one) => one.trim()).filter((one) => one !== '');
};
