import { z } from 'zod';
import { CODE } from '#libs/http';
import { columnName as name, fileFields, localTime, timeZone } from './file-fields.js';
import { rule, type Rule } from './rules.js';

const GRADES = ['AA', 'A', 'B', 'C', 'D'] as const;
const currency = z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), {
  error: 'is no currency such as GBP',
});

/** What the file does not say of a store it names; `stores` says it for single ones. */
const store = {
  timeZone,
  region: z.string().max(100),
  legalEntity: z.string().max(200),
  grade: z.enum(GRADES),
};

const columns = z
  .strictObject({
    visit: name,
    store: name,
    item: name,
    quantity: name,
    /** Of one piece, in major units. */
    unitPrice: name.optional(),
    /** Of the whole line, in major units. */
    amount: name.optional(),
    occurredAt: localTime,
    description: name.optional(),
    client: name.optional(),
  })
  .refine(({ unitPrice, amount }) => (unitPrice === undefined) !== (amount === undefined), {
    error: 'needs one of unitPrice and amount, not both',
    when: ({ value }) => typeof value === 'object' && value !== null, // also beside other faults
  });

/** How the rows of a spreadsheet of bills become visits. Headquarters writes it as JSON, once per kind of file. */
export const mapping = z.strictObject({
  kind: z.literal('history').optional(),
  ...fileFields,
  currency,
  region: store.region.default(''),
  legalEntity: store.legalEntity.default(''),
  grade: store.grade.default('C'),
  stores: z
    .record(
      z.string(),
      z
        .strictObject({ storeId: z.string().regex(CODE).max(64), name: z.string().min(1).max(100), ...store })
        .partial(),
    )
    .default({}),
  columns,
  /** What stands in the client's column where nobody was identified. */
  walkIn: z.array(z.string()).default(['']),
  rules: z.array(rule).min(1).refine(allReachable, {
    error: 'has rules after one that takes every row',
  }),
});

export type Mapping = z.infer<typeof mapping>;

/** The columns a file must have. */
export const columnsNamed = ({ columns: { occurredAt, ...named }, rules }: Mapping): string[] => {
  const ruled = rules.flatMap(({ when }) => when ?? []).map(({ column }) => column);
  return [...new Set([...Object.values(named), occurredAt.column, ...ruled])];
};

/** What to open a store with that the file names. */
export const storeNamed = (
  key: string,
  { timeZone, currency, region, legalEntity, grade, stores }: Mapping,
) => ({
  storeId: key,
  name: key,
  timeZone,
  currency,
  region,
  legalEntity,
  grade,
  ...(Object.hasOwn(stores, key) ? stores[key] : undefined),
});

function allReachable(rules: readonly Rule[]): boolean {
  return rules.slice(0, -1).every(({ when }) => when !== undefined);
}
