import type { FileFields } from '#contracts/clients/file-sections';
import { instantOf } from '#libs/calendar';
import type { Cells, Row } from '../reading/row.js';
import { cellText } from './cell-text.js';
import type { ClientsMapping } from './clients-mapping.js';
import { isRefusal, readFile } from './file-row.js';
import { refused, type Refusal, type Refused } from './interpreted.js';
import { localTimes } from './local-time.js';

/** What a row tells of one client, as `clients` takes it. */
export interface ClientRow {
  readonly kind: 'client';
  readonly row: number;
  /** What the file tells her apart by; null where it has nothing of that kind. */
  readonly key: string | null;
  readonly storeId: string;
  readonly registeredAt: string | undefined;
  readonly contact: Readonly<Partial<Record<(typeof CONTACT)[number], string>>>;
  readonly file: FileFields;
}

const CONTACT = ['name', 'phone', 'memberNumber', 'email'] as const;
const MAX_KEY_LENGTH = 64;
/** Of a phone that a program kept as a number: with them it would be another phone. */
const DECIMALS = /(?<=^\d+)\.0+$/;

/** Reads the client of a row, or says why there is none. */
export const readClient = ({ columns, storeId, stores, timeZone, file: fileColumns }: ClientsMapping) => {
  const timeOf = localTimes(columns.registeredAt?.format ?? 'iso');
  const fileIn = readFile(fileColumns);
  const storeOf = (cells: Cells): string => {
    const named = cellText(cells, columns.store);
    return storeId ?? (Object.hasOwn(stores, named) ? stores[named]! : named);
  };
  const contactIn = (cells: Cells): ClientRow['contact'] =>
    Object.fromEntries(
      CONTACT.map((field) => [field, cellText(cells, columns[field])] as const)
        .filter(([, cell]) => cell)
        .map(([field, cell]) => [field, field === 'phone' ? cell.replace(DECIMALS, '') : cell]),
    );

  return ({ number, cells, fault }: Row): ClientRow | Refused => {
    if (fault) return refused(number, fault);
    const key = cellText(cells, columns.key) || null;
    const store = storeOf(cells);
    const contact = contactIn(cells);
    if (store === '') return refused(number, NO_STORE);
    if (key !== null && key.length > MAX_KEY_LENGTH) return refused(number, KEY_TOO_LONG);
    if ((key ?? contact.phone ?? contact.memberNumber) === undefined) return refused(number, UNKNOWABLE);
    const told = cellText(cells, columns.registeredAt?.column);
    const local = told === '' ? undefined : timeOf(told);
    if (told !== '' && local === undefined) return refused(number, NOT_A_TIME);
    const registeredAt = local === undefined ? undefined : instantOf(local, timeZone);
    const file = fileIn(cells);
    if (isRefusal(file)) return refused(number, file);
    return { kind: 'client', row: number, key, storeId: store, registeredAt, contact, file };
  };
};

const NO_STORE: Refusal = { code: 'no-store', reason: 'It does not say which store she belongs to.' };
const KEY_TOO_LONG: Refusal = {
  code: 'too-long',
  reason: `Its key is longer than ${MAX_KEY_LENGTH} characters.`,
};
const UNKNOWABLE: Refusal = {
  code: 'nothing-to-know-her-by',
  reason: 'It has neither key, phone nor member number: sent again, she would be somebody else.',
};
const NOT_A_TIME: Refusal = {
  code: 'not-a-time',
  reason: 'The day of registration is no time in the format of the mapping.',
};
