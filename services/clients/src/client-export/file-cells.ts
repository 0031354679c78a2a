import { fileFieldsOf } from '#contracts/clients/file-sections';
import { cellOfList } from '#contracts/clients/list-cell';
import type { FileFields, SectionName } from '../client/file-sections.config.js';

/** Columns of these sections of a file: their names, and the cells of somebody’s. */
export const fileColumns = (sections: readonly SectionName[]) => {
  const fields = sections.flatMap(fileFieldsOf);
  return {
    names: fields.map(({ name }) => name),
    cellsOf: (file: FileFields): string[] =>
      fields.map(({ section, field }) => cellOf((file[section] as Fields | undefined)?.[field])),
  };
};

type Value = string | number | boolean | readonly string[] | undefined;
type Fields = Readonly<Record<string, Value>>;

/** As people write it: without the space around it, which `imports` takes no notice of. */
const cellOf = (value: Value = ''): string =>
  typeof value === 'object' ? cellOfList(value) : String(value).trim();
