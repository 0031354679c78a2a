import { readFileSync } from 'node:fs';
import { InvalidMapping } from './invalid-mapping.js';
import { aMapping, MAPPING } from '../../test/fixtures/mapping.builders.js';
import { parseMapping, parseMappingText } from './any-mapping.js';
import { columnsNamed, storeNamed, type Mapping } from './mapping.js';

const faultsOf = (mapping: unknown): Record<string, string> => {
  try {
    parseMapping(mapping);
  } catch (error) {
    if (error instanceof InvalidMapping)
      return Object.fromEntries(error.faults.map(({ path, message }) => [path, message]));
  }
  return {};
};
const changed = (changes: object): unknown => ({ ...MAPPING, ...changes });
const withColumns = (changes: object): unknown => changed({ columns: { ...MAPPING.columns, ...changes } });

describe('a mapping', () => {
  it('needs to say only what cannot be known: the rest is CSV or XLSX in UTF-8, walk-ins without a client', () => {
    expect(aMapping()).toMatchObject({
      format: 'auto',
      encoding: 'utf-8',
      walkIn: [''],
      stores: {},
      columns: { occurredAt: { column: 'time', format: 'iso' } },
    });
  });

  it('names the columns a file must have, those of its rules too, each once', () => {
    expect(columnsNamed(aMapping()).sort()).toEqual(
      ['bill', 'client', 'item', 'pieces', 'price', 'store', 'time', 'type', 'what'].sort(),
    );
  });

  it('says what to open a store with: its own where it has some, else the chain’s', () => {
    const mapping = aMapping({
      legalEntity: 'Liren Ltd',
      stores: {
        Pudong: { name: '浦东店', region: 'Shanghai', grade: 'A' },
        Berlin: { timeZone: 'Europe/Berlin' },
        'St. Paul’s & Co': { storeId: 'st-pauls' },
      },
    });
    const chain = {
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      legalEntity: 'Liren Ltd',
      region: '',
      grade: 'C',
    };
    expect(storeNamed('Pudong', mapping)).toEqual({
      ...chain,
      storeId: 'Pudong',
      name: '浦东店',
      region: 'Shanghai',
      grade: 'A',
    });
    expect(storeNamed('Berlin', mapping)).toEqual({
      ...chain,
      storeId: 'Berlin',
      name: 'Berlin',
      timeZone: 'Europe/Berlin',
    });
    expect(storeNamed('St. Paul’s & Co', mapping)).toMatchObject({
      storeId: 'st-pauls',
      name: 'St. Paul’s & Co',
    });
    expect(storeNamed('constructor', mapping)).toEqual({
      ...chain,
      storeId: 'constructor',
      name: 'constructor',
    });
  });

  it('is there for the online retail history', () => {
    const text = readFileSync(new URL('../../mappings/online-retail.json', import.meta.url), 'utf8');
    const mapping = parseMappingText(text) as Mapping;
    expect(mapping).toMatchObject({ source: 'online-retail', currency: 'GBP', walkIn: ['NA', ''] });
    expect(columnsNamed(mapping)).toHaveLength(8);
    expect(storeNamed('EIRE', mapping)).toMatchObject({ name: 'Ireland', timeZone: 'Europe/Dublin' });
    expect(storeNamed('United Kingdom', mapping)).toMatchObject({
      timeZone: 'Europe/London',
      currency: 'GBP',
    });
  });
});

describe('a mapping that cannot be used', () => {
  it('is told with every fault and its place, in one message', () => {
    const { source: _, ...rest } = MAPPING;
    const broken = {
      ...rest,
      currency: 'POUND',
      colums: {},
      rules: [{ is: 'gift' }, { is: 'skip', code: 'x' }],
    };
    expect(() => parseMapping(broken)).toThrow(InvalidMapping);
    expect(() => parseMapping(broken)).toThrow(/^The mapping has 5 faults:\n(- .+\n?){5}$/);
    expect(faultsOf(broken)).toEqual({
      source: 'is missing',
      currency: 'is no currency such as GBP',
      'rules[0].is': expect.any(String),
      'rules[1].reason': 'is missing',
      '': 'has no "colums"',
    });
  });

  it.each([
    ['a price and an amount', withColumns({ amount: 'total' }), 'columns'],
    ['neither price nor amount', withColumns({ unitPrice: undefined }), 'columns'],
    ['an unknown time zone', changed({ timeZone: 'Mars/Base' }), 'timeZone'],
    ['an unknown time zone of a store', changed({ stores: { A: { timeZone: 'x' } } }), 'stores.A.timeZone'],
    ['an unknown encoding', changed({ encoding: 'ebcdic' }), 'encoding'],
    ['a source with spaces', changed({ source: 'Old till' }), 'source'],
    ['no rules', changed({ rules: [] }), 'rules'],
    ['rules that are never reached', changed({ rules: [{ is: 'sale' }, { is: 'return' }] }), 'rules'],
    [
      'a broken expression',
      changed({ rules: [{ is: 'sale', when: [{ column: 'a', matches: '(' }] }] }),
      'rules[0].when[0].matches',
    ],
    ['an empty condition', changed({ rules: [{ is: 'sale', when: [{ column: 'a' }] }] }), 'rules[0].when[0]'],
    ['a list for the whole', [], ''],
  ])('has %s', (_, mapping, path) => {
    expect(Object.keys(faultsOf(mapping))).toEqual([path]);
  });

  it('has a fault between fields beside one within a field', () => {
    const faults = faultsOf(withColumns({ amount: 'total', visit: 7 }));
    expect(Object.keys(faults).sort()).toEqual(['columns', 'columns.visit']);
  });

  it('names what is missing where it has no columns at all', () => {
    expect(() => parseMapping({ source: 'x' })).toThrow(/columns: is missing/);
  });

  it('is no JSON', () => {
    expect(() => parseMappingText('{ "source": ')).toThrow(
      /^The mapping has a fault:\n- the mapping: is no JSON: /,
    );
  });
});
