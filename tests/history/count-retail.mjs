// Counts what a history in the format of online-retail.csv must come to, straight from the file and by no code of the
// project, so that the two can be held against each other: node tests/history/count-retail.mjs FILE [> figures.json]
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const [, , path] = process.argv;
if (path === undefined) {
  console.error('usage: node count-retail.mjs FILE.csv[.gz]');
  process.exit(2);
}

/** Lines are joined while a quotation mark is open, then cut into cells by one expression. */
const recordsOf = function* (text) {
  let open = '';
  for (const line of text.split(/\r?\n/)) {
    const record = open === '' ? line : `${open}\n${line}`;
    if ((record.match(/"/g) ?? []).length % 2 === 1) {
      open = record;
      continue;
    }
    open = '';
    if (record.trim() !== '') yield cellsOf(record);
  }
  if (open !== '') throw new Error('a quotation mark is never closed');
};

const cellsOf = (record) =>
  [...`${record},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,"]*)),/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );

/** A price in millionths, so that half a penny is seen exactly. */
const millionths = (price) => {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(price) ?? [];
  if (whole === undefined) throw new Error(`not a price: ${price}`);
  return BigInt(`${sign}${whole}${part.padEnd(6, '0')}`);
};

/** Pence, rounded half up. */
const pence = (pieces, price) => Number((BigInt(Math.abs(pieces)) * millionths(price) + 5_000n) / 10_000n);

const text = (() => {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
})();

const refused = { adjustment: 0, negative: 0, priceZero: 0 };
const bills = new Map();
const seen = new Set();
let rows = 0;
let identicalRows = 0;

let header = true;
for (const cells of recordsOf(text)) {
  if (header) {
    header = false;
    continue;
  }
  rows += 1;
  const whole = cells.join('\u0000');
  if (seen.has(whole)) identicalRows += 1;
  seen.add(whole);
  const [invoice, , , quantity, time, price, customer, country] = cells;
  const pieces = Number(quantity);
  const isReturn = invoice[0] === 'C';
  if (!isReturn && !/^\d/.test(invoice)) {
    refused.adjustment += 1;
    continue;
  }
  if (!isReturn && pieces < 0) {
    refused.negative += 1;
    continue;
  }
  if (!isReturn && Number(price) === 0) {
    refused.priceZero += 1;
    continue;
  }
  const client = customer === 'NA' || customer === '' ? null : customer;
  const bill = bills.get(invoice) ?? { isReturn, country, client, time, lines: 0, minor: 0 };
  bills.set(invoice, bill);
  if (bill.country !== country || bill.client !== client) throw new Error(`bill ${invoice} is of two minds`);
  if (time < bill.time) bill.time = time;
  bill.lines += 1;
  bill.minor += pence(pieces, price);
}

const emptyTally = () => ({
  grossMinor: 0,
  returnsMinor: 0,
  netMinor: 0,
  visits: 0,
  returns: 0,
  saleLines: 0,
  returnLines: 0,
  clients: new Set(),
});

const add = (tally, { isReturn, lines, minor, client }) => {
  tally[isReturn ? 'returnsMinor' : 'grossMinor'] += minor;
  tally[isReturn ? 'returns' : 'visits'] += 1;
  tally[isReturn ? 'returnLines' : 'saleLines'] += lines;
  tally.netMinor += isReturn ? -minor : minor;
  if (!isReturn && client !== null) tally.clients.add(client);
};

const totals = emptyTally();
const stores = new Map();
const months = new Map();
const storesOfClient = new Map();

const tallyIn = (map, key) => {
  if (!map.has(key)) map.set(key, emptyTally());
  return map.get(key);
};

for (const bill of bills.values()) {
  add(totals, bill);
  add(tallyIn(stores, bill.country), bill);
  add(tallyIn(months, bill.time.slice(0, 7)), bill);
  if (bill.isReturn || bill.client === null) continue;
  if (!storesOfClient.has(bill.client)) storesOfClient.set(bill.client, new Set());
  storesOfClient.get(bill.client).add(bill.country);
}

const told = (tally) => ({ ...tally, clients: tally.clients.size });
const byKey = (map) =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, tally]) => [key, told(tally)]));

console.log(
  JSON.stringify(
    {
      totals: {
        rows,
        ...told(totals),
        clientsInSeveralStores: [...storesOfClient.values()].filter(({ size }) => size > 1).length,
        refusedRows: refused.adjustment + refused.negative + refused.priceZero,
        refused,
        identicalRows,
      },
      stores: byKey(stores),
      months: byKey(months),
    },
    null,
    2,
  ),
);
