import { checkItem } from './check-item.js';

const hers = ['allergy:fragrance', 'pregnancy'];

describe('an item for a client', () => {
  it('is refused when what speaks against it is noted of her, and says what', () => {
    expect(() => checkItem('peel-30', ['sunburn', 'pregnancy'], hers)).toThrow(
      expect.objectContaining({
        code: 'contraindicated',
        context: { itemId: 'peel-30', reasons: ['pregnancy'] },
      }),
    );
  });

  it('may be given when nothing speaks against it, or nobody knows what does', () => {
    checkItem('facial-60', [], hers);
    checkItem('peel-30', ['sunburn'], hers);
    checkItem('peel-30', ['pregnancy'], []);
    checkItem('unheard-of', undefined, hers);
  });
});
