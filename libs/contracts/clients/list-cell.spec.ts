import fc from 'fast-check';
import { cellOfList, listInCell } from './list-cell.js';

describe('a list in a cell', () => {
  it('is one that people read and write', () => {
    expect(cellOfList(['tea', 'yoga'])).toBe('tea; yoga');
    expect(listInCell(' tea;yoga ;; ')).toEqual(['tea', 'yoga']);
    expect(listInCell('茶、瑜伽', '、')).toEqual(['茶', '瑜伽']);
    expect(listInCell('')).toEqual([]);
  });

  it('may have the separator within an item, after a backslash', () => {
    expect(cellOfList(['a;b', 'c\\'])).toBe('a\\;b; c\\\\');
    expect(listInCell('茶\\、水、¯\\_(ツ)_/¯', '、')).toEqual(['茶、水', '¯\\_(ツ)_/¯']);
  });

  it('is the same list when it is read again, but for the space around items', () => {
    const sign = fc.constantFrom(';', '\\', ' ', '\n', 'a', '王', '𠮷');
    const item = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const meant = items.map((one) => one.trim()).filter((one) => one !== '');
        expect(listInCell(cellOfList(meant))).toEqual(meant);
      }),
    );
  });
});
