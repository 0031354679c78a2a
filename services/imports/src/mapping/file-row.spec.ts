import { SKIN_PROBLEMS } from '#contracts/clients/file-sections';
import { parseMapping } from './any-mapping.js';
import { readClient } from './client-row.js';
import { clientColumns, type ClientsMapping } from './clients-mapping.js';

const aMapping = (file: object, columns: object = { memberNumber: '卡号' }) =>
  parseMapping({
    ...{ kind: 'clients', source: 'paper-files', timeZone: 'Asia/Shanghai', storeId: 'sh-01' },
    ...{ columns, file },
  }) as ClientsMapping;

const MAPPING = aMapping({
  'person.sex': { column: '性别', values: { 女: 'female', 男: 'male' } },
  'person.birthday': { column: '生日', format: 'yyyy年M月d日' },
  'person.age': '年龄',
  'person.hobbies': { column: '爱好', separator: '、' },
  'beauty-history.hadSalonCare': { column: '去过美容院', values: { 是: true, 否: false } },
  'skin-diagnosis.problems': {
    column: '皮肤问题',
    separator: '、',
    values: { 暗疮: 'acne', 干燥: 'dryness' },
  },
  'care-plan.plan': '方案',
});

const read = (cells: Record<string, string>, mapping = MAPPING) =>
  readClient(mapping)({ number: 7, cells: { 卡号: 'M-1', ...cells } });

describe('the file of a row', () => {
  it('is read by what the mapping says of its columns', () => {
    const cells = {
      性别: '女',
      生日: '1985年5月1日',
      年龄: '40',
      爱好: '茶、 瑜伽',
      皮肤问题: '暗疮、scars',
    };
    expect(read({ ...cells, 去过美容院: '否', 方案: "'=每周一次" })).toMatchObject({
      file: {
        person: { sex: 'female', birthday: '1985-05-01', age: 40, hobbies: ['茶', '瑜伽'] },
        'beauty-history': { hadSalonCare: false },
        'skin-diagnosis': { problems: ['acne', 'scars'] },
        'care-plan': { plan: '=每周一次' },
      },
    });
  });

  it('says nothing where cells are empty', () => {
    expect(read({ 性别: '', 生日: ' ', 爱好: '、' })).toMatchObject({ kind: 'client', file: {} });
  });

  it('may be written as a spreadsheet writes days, numbers, yes and no', () => {
    const cells = { 生日: '1985-05-01 00:00:00', 年龄: '40.0', 去过美容院: 'TRUE' };
    expect(read(cells)).toMatchObject({
      file: { person: { birthday: '1985-05-01', age: 40 }, 'beauty-history': { hadSalonCare: true } },
    });
  });

  it('is refused with the whole row for values that cannot be kept, all of them named, none quoted', () => {
    const cells = {
      性别: '秘密',
      生日: '1985年2月30日',
      年龄: '秘密',
      皮肤问题: '暗疮、秘密',
      去过美容院: '秘密',
    };
    expect(read({ ...cells, 爱好: '好'.repeat(101), 方案: '好'.repeat(2_001) })).toEqual({
      ...{ kind: 'refused', row: 7, code: 'malformed' },
      reason: [
        '"性别" must be one of female, male, other',
        '"生日" must be a day such as 2026-03-01',
        '"年龄" must be a whole number',
        '"爱好" must have at most 100 characters',
        '"去过美容院" must be true or false',
        `"皮肤问题" must be one of ${SKIN_PROBLEMS.join(', ')}`,
        '"方案" must have at most 2000 characters',
      ].join('; '),
    });
  });
});

describe('a mapping of whole files', () => {
  it('names the columns that the file must have', () => {
    expect(clientColumns(aMapping({ 'person.age': '年龄', 'preferences.likes': '喜好' }))).toEqual([
      ...['卡号', '年龄', '喜好'],
    ]);
  });

  it.each([
    ['names a field that there is not', { 'person.shoeSize': '鞋码' }, 'has no "person.shoeSize"'],
    ['names a part of health', { 'health.allergies': '过敏' }, 'has no "health.allergies"'],
    [
      'maps a word to a value that there is not',
      wordsOf({ 女: 'woman' }),
      'file.person.sex.values.女: must be',
    ],
    ['divides what is no list', { 'person.age': { column: '年龄', separator: ',' } }, 'has no "separator"'],
    ['has words for free text', { 'care-plan.plan': { column: '方案', values: {} } }, 'has no "values"'],
    ['divides by a backslash', { 'person.hobbies': { column: '爱好', separator: '\\' } }, 'a backslash'],
  ])('is refused when it %s', (_what, file, fault) => {
    expect(() => aMapping(file)).toThrow(fault);
  });

  it('is refused when ids would tell what is personal', () => {
    expect(() => aMapping({ 'person.birthday': '生日' }, { key: '生日', name: '姓名' })).toThrow(
      'columns.key',
    );
  });
});

function wordsOf(values: object) {
  return { 'person.sex': { column: '性别', values } };
}
