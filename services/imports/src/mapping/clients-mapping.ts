import { z } from 'zod';
import { CODE } from '#libs/http';
import { fileColumns, type FileColumns } from './file-columns.js';
import { columnName as name, fileFields, localTime } from './file-fields.js';

const storeId = z.string().max(64).regex(CODE);

const columns = z.strictObject({
  /** What the file's owner tells clients apart by; ids follow from it, so it may be nothing personal. */
  key: name.optional(),
  store: name.optional(),
  registeredAt: localTime.optional(),
  name: name.optional(),
  phone: name.optional(),
  memberNumber: name.optional(),
  email: name.optional(),
});

/** How the rows of a spreadsheet become client files: one row per client. */
export const clientsMapping = z
  .strictObject({
    kind: z.literal('clients'),
    ...fileFields,
    /** The store of all rows, where no column says it. */
    storeId: storeId.optional(),
    /** The store's id by what the file calls it. */
    stores: z.record(z.string(), storeId).default({}),
    columns,
    /** What else the file tells of them, by fields such as `person.birthday`. */
    file: fileColumns.optional(),
  })
  .refine(({ storeId, columns: { store } }) => (storeId === undefined) !== (store === undefined), {
    error: 'needs one of storeId and columns.store, not both',
  })
  .refine(({ columns: { phone, memberNumber, name } }) => phone ?? memberNumber ?? name, {
    path: ['columns'],
    error: 'needs one of phone, memberNumber and name',
  })
  .refine(
    ({ columns: { key, name, phone, email }, file = {} }) =>
      key === undefined || ![name, phone, email, ...columnsOf(file)].includes(key),
    { path: ['columns', 'key'], error: 'must not be personal: leave it out, or name a number of the file' },
  );

export type ClientsMapping = z.infer<typeof clientsMapping>;

/** The columns a file must have. */
export const clientColumns = ({
  columns: { registeredAt, ...named },
  file = {},
}: ClientsMapping): string[] => [
  ...new Set([
    ...Object.values(named),
    ...(registeredAt === undefined ? [] : [registeredAt.column]),
    ...columnsOf(file),
  ]),
];

function columnsOf(file: FileColumns): string[] {
  return Object.values(file).flatMap((one) => one?.column ?? []);
}
