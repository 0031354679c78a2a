import { found, waysOf } from './hidden.js';

const texts = ['13800138000', 'name of hers', '对面那家'];

describe('looking for texts in all that is kept', () => {
  it.each(texts)('finds %s in every way it may lie about in, at either end too', (text) => {
    for (const way of waysOf(text)) {
      expect(found(way, texts)).toContain(text);
      expect(found(`before ${way} after`, texts)).toContain(text);
    }
  });

  it('finds bytes likewise', () => {
    const bytes = Buffer.from([137, 80, 78, 71, 0, 255, 1, 254, 2, 253, 3, 252]);
    for (const way of waysOf(bytes)) expect(found(`before ${way} after`, [bytes])).toEqual([bytes]);
    expect(found('before 89504e4700ff01fe02fd03fd after', [bytes])).toEqual([]);
  });

  it('finds nothing else', () => {
    expect(found('name of his, 13800138001, 对面的', texts)).toEqual([]);
    expect(found('', texts)).toEqual([]);
    expect(found('anything', [])).toEqual([]);
  });
});
