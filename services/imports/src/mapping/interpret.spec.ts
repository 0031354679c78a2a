import { interpret } from './interpret.js';
import type { Interpreted } from './interpreted.js';
import { aMapping, MAPPING } from '../../test/fixtures/mapping.builders.js';

const CELLS = {
  bill: 'B7',
  store: 'Pudong',
  item: 'facial-60',
  what: 'Facial, 60 minutes',
  pieces: '2',
  price: '12.50',
  time: '2010-12-01 08:26:00',
  client: '17850',
  type: '',
};

const read = (
  cells: Partial<typeof CELLS> = {},
  mapping: Readonly<Record<string, unknown>> = {},
): Interpreted => interpret(aMapping(mapping))({ number: 5, cells: { ...CELLS, ...cells } });
const amountOf = (pieces: string, price: string, mapping = {}) => {
  const row = read({ pieces, price, type: pieces.startsWith('-') ? 'return' : '' }, mapping);
  return row.kind === 'refused' ? row.code : row.amountMinor;
};
const timeOf = (time: string, format = 'iso') => {
  const row = read({ time }, { columns: { ...MAPPING.columns, occurredAt: { column: 'time', format } } });
  return row.kind === 'refused' ? row.code : row.occurredAtLocal;
};
const refusal = (cells: Partial<typeof CELLS>, mapping = {}) => {
  const row = read(cells, mapping);
  return row.kind === 'refused' ? [row.code, row.reason] : [];
};

describe('a row of a bill', () => {
  it('is a sale under the keys of its visit, store and client', () => {
    expect(read()).toEqual({
      kind: 'sale',
      row: 5,
      visitKey: 'B7',
      storeKey: 'Pudong',
      clientKey: '17850',
      item: 'facial-60',
      description: 'Facial, 60 minutes',
      quantity: 2,
      amountMinor: 2500,
      occurredAtLocal: '2010-12-01T08:26:00',
    });
  });

  it('is of a walk-in where nobody was identified', () => {
    expect(read({ client: 'NA' }, { walkIn: ['NA'] })).toMatchObject({ clientKey: null });
    expect(read({ client: ' ' }, { walkIn: ['NA'] })).toMatchObject({ clientKey: null });
    expect(read({ client: 'NA' })).toMatchObject({ clientKey: 'NA' });
  });

  it('is a return whose pieces and amount are told as positive', () => {
    expect(read({ type: 'return', pieces: '-2' })).toMatchObject({
      kind: 'return',
      quantity: 2,
      amountMinor: 2500,
    });
    expect(read({ type: 'return', pieces: '2' })).toMatchObject({
      kind: 'return',
      quantity: 2,
      amountMinor: 2500,
    });
  });

  it('has no spaces around its keys, and a description no longer than a bill line holds', () => {
    expect(read({ bill: ' B7 ', store: 'Pudong ', what: ` ${'x'.repeat(300)}` })).toMatchObject({
      visitKey: 'B7',
      storeKey: 'Pudong',
      description: 'x'.repeat(200),
    });
  });

  it('has a description that is not cut within a character', () => {
    expect(read({ what: `${'x'.repeat(199)}💅 and more` })).toMatchObject({ description: 'x'.repeat(199) });
  });

  it('may come without columns for a description and a client', () => {
    const { description: _, client: __, ...columns } = MAPPING.columns;
    expect(read({}, { columns })).toMatchObject({ description: '', clientKey: null });
  });
});

describe('the amount of a bill line', () => {
  it.each([
    ['6', '2.55', 1530],
    ['1', '0.165', 17],
    ['3', '0.165', 50],
    ['-1', '0.165', 17],
    ['-3', '0.165', 50],
    ['1', '0.164999999999999999', 16],
    ['1', '1.005', 101],
    ['1', '0.001', 0],
    ['5', '0.001', 1],
    ['80995', '2.08', 16846960],
    ['1', '.5', 50],
    ['1', '7.', 700],
    ['2.0', '+7', 1400],
  ])('of %s at %s is exact, and half a fen is rounded up: %i', (pieces, price, minor) => {
    expect(amountOf(pieces, price)).toBe(minor);
  });

  it('has as many digits as its currency', () => {
    expect(amountOf('1', '1250', { currency: 'JPY' })).toBe(1250);
    expect(amountOf('1', '1.2505', { currency: 'KWD' })).toBe(1251);
  });

  it('may be given whole', () => {
    const { unitPrice: _, ...columns } = MAPPING.columns;
    const mapping = { columns: { ...columns, amount: 'price' } };
    expect(amountOf('4', '99.95', mapping)).toBe(9995);
    expect(read({ type: 'return', pieces: '-4', price: '-99.95' }, mapping)).toMatchObject({
      amountMinor: 9995,
    });
    expect(amountOf('4', '-99.95', mapping)).toBe('negative-amount');
  });
});

describe('the time of a bill line', () => {
  it.each([
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00'],
    ['2010-12-01T08:26', '2010-12-01T08:26:00'],
    ['2010-12-01 08:26:59.123', '2010-12-01T08:26:59'],
    ['2012-02-29', '2012-02-29T00:00:00'],
    ['2011-02-29 08:26:00', 'not-a-time'],
    ['2010-12-01 24:00:00', 'not-a-time'],
    ['2010-12-01T08:26:00Z', 'not-a-time'],
    ['2010-12-01T08:26:00+08:00', 'not-a-time'],
    ['1.12.2010', 'not-a-time'],
    ['', 'not-a-time'],
  ])('%s is %s', (text, expected) => {
    expect(timeOf(text)).toBe(expected);
  });

  it('may be written in a format of its own; the dates of a workbook are read besides', () => {
    expect(timeOf('1/12/2010 8:26', 'd/M/yyyy H:mm')).toBe('2010-12-01T08:26:00');
    expect(timeOf('2010-12-01 08:26:00', 'd/M/yyyy H:mm')).toBe('2010-12-01T08:26:00');
    expect(timeOf('12/31/2010 8:26', 'd/M/yyyy H:mm')).toBe('not-a-time');
  });
});

describe('the rules of a mapping', () => {
  it('are tried in their order, the first that takes a row says what it is', () => {
    expect(read({ type: 'return', price: '0' })).toMatchObject({ kind: 'return' });
    expect(refusal({ price: '0.00' })).toEqual(['free', 'Nothing was paid.']);
  });

  it.each([
    [{ equals: 'B7' }, true],
    [{ equals: 'B' }, false],
    [{ startsWith: 'B' }, true],
    [{ matches: '^\\D\\d$' }, true],
    [{ matches: '^\\d' }, false],
    [{ equals: 7 }, false],
  ])('compare text: %j', (comparison, taken) => {
    expect(read({}, { rules: [{ is: 'sale', when: [{ column: 'bill', ...comparison }] }] }).kind).toBe(
      taken ? 'sale' : 'refused',
    );
  });

  it.each([
    [{ equals: 12.5 }, true],
    [{ lessThan: 12.5 }, false],
    [{ atMost: 12.5 }, true],
    [{ moreThan: 12.5 }, false],
    [{ atLeast: 12.5 }, true],
    [{ atLeast: 0, lessThan: 13 }, true],
    [{ equals: '12.5' }, false],
  ])('compare numbers: %j', (comparison, taken) => {
    expect(read({}, { rules: [{ is: 'sale', when: [{ column: 'price', ...comparison }] }] }).kind).toBe(
      taken ? 'sale' : 'refused',
    );
  });

  it('need all conditions of a rule, and no comparison with a number takes what is none', () => {
    const when = [
      { column: 'store', equals: 'Pudong' },
      { column: 'price', atLeast: 0 },
    ];
    expect(read({}, { rules: [{ is: 'sale', when }] }).kind).toBe('sale');
    expect(read({ store: 'Xuhui' }, { rules: [{ is: 'sale', when }] }).kind).toBe('refused');
    expect(refusal({ price: 'n/a' }, { rules: [{ is: 'sale', when }] })[0]).toBe('no-rule');
  });
});

describe('a row that is refused', () => {
  it.each([
    [{ bill: ' ' }, 'missing-value', '"bill" is empty.'],
    [{ store: '' }, 'missing-value', '"store" is empty.'],
    [{ item: '' }, 'missing-value', '"item" is empty.'],
    [{ bill: 'x'.repeat(201) }, 'too-long', '"bill" is longer than 200 characters.'],
    [{ store: 'x'.repeat(101) }, 'too-long', '"store" is longer than 100 characters.'],
    [{ client: 'x'.repeat(65) }, 'too-long', '"client" is longer than 64 characters.'],
    [{ item: 'x'.repeat(65) }, 'too-long', '"item" is longer than 64 characters.'],
    [{ pieces: '1.5' }, 'not-a-whole-number', '"pieces" is not a whole number.'],
    [{ pieces: '' }, 'not-a-whole-number', '"pieces" is not a whole number.'],
    [{ pieces: '1e3' }, 'not-a-whole-number', '"pieces" is not a whole number.'],
    [{ pieces: '-1' }, 'quantity-not-positive', '"pieces" is zero, or negative in a row that is no return.'],
    [
      { pieces: '0', type: 'return' },
      'quantity-not-positive',
      '"pieces" is zero, or negative in a row that is no return.',
    ],
    [{ price: 'twelve' }, 'not-a-number', '"price" is not a number such as 12.50.'],
    [{ price: '1,250.00' }, 'not-a-number', '"price" is not a number such as 12.50.'],
    [{ price: '.' }, 'not-a-number', '"price" is not a number such as 12.50.'],
    [{ price: '-5' }, 'negative-amount', '"price" is negative.'],
    [
      { pieces: '999999', price: '99999999999' },
      'amount-too-large',
      '"price" makes an amount larger than any bill.',
    ],
    [{ time: 'noon' }, 'not-a-time', '"time" is no time in the format of the mapping.'],
  ])('says why: %j is %s', (cells, code, reason) => {
    expect(refusal(cells)).toEqual([code, reason]);
  });

  it('keeps the reason it could not be read for, and its number', () => {
    const fault = { code: 'broken-quote', reason: 'A quotation mark is not closed.' } as const;
    expect(interpret(aMapping())({ number: 9, fault })).toEqual({ kind: 'refused', row: 9, ...fault });
  });

  it('never quotes what stands in a cell: it may be personal', () => {
    const phone = '13800001234';
    const reasons = Object.keys(CELLS).flatMap((column) => refusal({ [column]: `Li Na ${phone}` }));
    expect(reasons.join()).not.toContain(phone);
  });
});
