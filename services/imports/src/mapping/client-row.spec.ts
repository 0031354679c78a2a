import { readFileSync } from 'node:fs';
import { parseMapping } from './any-mapping.js';
import { readClient } from './client-row.js';
import type { ClientsMapping } from './clients-mapping.js';
import { InvalidMapping } from './invalid-mapping.js';

const MAPPING = {
  kind: 'clients',
  source: 'old-book',
  timeZone: 'Asia/Shanghai',
  stores: { 静安: 'sh-01' },
  columns: {
    key: 'No',
    store: 'Store',
    name: 'Name',
    phone: 'Phone',
    registeredAt: { column: 'Since', format: 'd/M/yyyy' },
  },
};

const aMapping = (changes: object = {}) => parseMapping({ ...MAPPING, ...changes }) as ClientsMapping;
const read = (cells: Record<string, string>, mapping = aMapping()) =>
  readClient(mapping)({ number: 7, cells: { Store: '静安', ...cells } });

describe('a row of client files', () => {
  it('tells who she is, where she belongs and since when', () => {
    expect(read({ No: '12', Name: ' 王芳 ', Phone: '13800138000', Since: '1/3/2024' })).toEqual({
      kind: 'client',
      row: 7,
      key: '12',
      storeId: 'sh-01',
      registeredAt: '2024-02-29T16:00:00.000Z',
      contact: { name: '王芳', phone: '13800138000' },
      file: {},
    });
  });

  it('may leave out what the file does not know of her', () => {
    expect(read({ Phone: '13800138000', Store: 'bj-01' })).toMatchObject({
      key: null,
      storeId: 'bj-01',
      registeredAt: undefined,
      contact: { phone: '13800138000' },
    });
  });

  it('may have what keeps a spreadsheet from taking text for a formula', () => {
    expect(read({ Phone: "'+86 138 0013 8000", Name: "'=Wang" })).toMatchObject({
      contact: { phone: '+86 138 0013 8000', name: '=Wang' },
    });
    expect(read({ No: '1', Name: "'t Hooft" })).toMatchObject({ contact: { name: "'t Hooft" } });
  });

  it('has a phone as it was, where a program kept it as a number with decimals', () => {
    expect(read({ Phone: '13800138000.0' })).toMatchObject({ contact: { phone: '13800138000' } });
    expect(read({ Phone: '01.23.45.00.00' })).toMatchObject({ contact: { phone: '01.23.45.00.00' } });
  });

  it.each([
    ['belongs to no store', { No: '1', Store: '' }, 'no-store'],
    ['would be somebody else when sent again', { Name: '王芳' }, 'nothing-to-know-her-by'],
    ['has a key without end', { No: 'x'.repeat(65) }, 'too-long'],
    ['says a time that is none', { No: '1', Since: 'spring' }, 'not-a-time'],
  ])('is refused when it %s, and its cells are not quoted', (_what, cells, code) => {
    const refusal = read(cells);
    expect(refusal).toMatchObject({ kind: 'refused', row: 7, code });
    expect(JSON.stringify(refusal)).not.toContain('王芳');
  });
});

describe('a mapping of client files', () => {
  it('may be written as the one that is shown', () => {
    const text = readFileSync(new URL('../../mappings/client-files.json', import.meta.url), 'utf8');
    expect(parseMapping(JSON.parse(text))).toMatchObject({ kind: 'clients', source: 'paper-files' });
  });

  it.each([
    ['ids would tell a phone', { columns: { ...MAPPING.columns, key: 'Phone' } }, 'columns.key'],
    ['nobody says which store', { columns: { name: 'Name' } }, 'storeId'],
    ['two say which store', { storeId: 'sh-01' }, 'storeId'],
    ['nothing says who she is', { columns: { key: 'No', store: 'Store' } }, 'phone'],
  ])('is refused when %s', (_what, changes, word) => {
    expect(() => aMapping(changes)).toThrow(InvalidMapping);
    expect(() => aMapping(changes)).toThrow(word);
  });
});
