import { UnreadableFile } from './unreadable-file.js';
import { dateStylesIn } from './xlsx-dates.js';
import type { Parts } from './xlsx-parts.js';
import { readStrings } from './xlsx-strings.js';
import { readXml, type Attributes } from './xlsx-xml.js';

/** One sheet of a workbook, and what is needed to read its cells. */
export interface Workbook {
  /** The name of the sheet's part. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** By number of a cell's style: whether it shows a date or a time. */
  readonly dateStyles: readonly boolean[];
  /** Days count from 1904, as in workbooks of older Macs. */
  readonly from1904: boolean;
}

export const readWorkbook = async (parts: Parts, sheet: string | undefined): Promise<Workbook> => {
  const [book] = (await relationsOf(parts, '')).filter(({ type }) => type === 'officeDocument');
  const bookPart = book?.target ?? 'xl/workbook.xml';
  const { sheets, from1904 } = sheetsIn(await parts.text(bookPart));
  const chosen = chooseSheet(sheets, sheet);
  const relations = await relationsOf(parts, bookPart);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheet: relations.find(({ id }) => id === chosen.relation)?.target ?? 'xl/worksheets/sheet1.xml',
    strings: strings && parts.has(strings) ? await readStrings(await parts.stream(strings)) : [],
    dateStyles: styles && parts.has(styles) ? dateStylesIn(await parts.text(styles)) : [],
    from1904,
  };
};

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part refers to, by the full name of the other part. */
const relationsOf = async (parts: Parts, part: string): Promise<Relation[]> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  readXml(await parts.text(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const { pathname } = new URL(Target, `zip:///${folder}`);
      relations.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: decodeURIComponent(pathname.slice(1)),
      });
    },
  });
  return relations;
};

interface SheetOfBook {
  readonly name: string;
  readonly relation: string;
}

const sheetsIn = (xml: string): { sheets: SheetOfBook[]; from1904: boolean } => {
  const sheets: SheetOfBook[] = [];
  let from1904 = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', relation: relationId(attributes) });
    },
  });
  return { sheets, from1904 };
};

const relationId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

const chooseSheet = (sheets: readonly SheetOfBook[], wanted: string | undefined): SheetOfBook => {
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (chosen !== undefined) return chosen;
  const names = sheets.map(({ name }) => `"${name}"`).join(', ') || 'none';
  throw new UnreadableFile(
    'no-such-sheet',
    `The workbook has no sheet "${wanted ?? ''}", its sheets are ${names}: change "sheet" in the mapping.`,
  );
};
