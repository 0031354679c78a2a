const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationTo = (kind: string, target: string): string =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;

/** What a workbook of one sheet must have beside the sheet. */
const parts = {
  '[Content_Types].xml':
    `<Types xmlns="${OFFICE}/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
  '_rels/.rels': relationTo('officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<sheets><sheet name="clients" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationTo('worksheet', 'worksheets/sheet1.xml'),
};

export const workbookParts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(parts).map(([name, xml]) => [name, HEAD + xml]),
);

export const SHEET = 'xl/worksheets/sheet1.xml';
export const beforeRows = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
export const afterRows = '</sheetData></worksheet>';

/** Every cell is text, which no program takes for a formula. */
export const sheetRow = (cells: readonly string[], number: number): string =>
  `<row r="${number}">${cells.map(cellOf).join('')}</row>`;

const cellOf = (text: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A reader takes one apostrophe before such text for the one that keeps formulas out of CSV. */
const TAKEN_FOR_GUARD = /^'+[=+\-@\t\r]/;

/** What XML has no way to write is written as Excel does, `_x0007_`; what only looks like that has its first sign so written. */
const NO_XML = /_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text
    .replace(TAKEN_FOR_GUARD, "'$&")
    .replace(NO_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign]!)
    .replaceAll('\r', '&#13;');
