import { aDocumentPublished } from '../../testing/document.builders.js';
import { document, followedOn } from '../document.js';

describe('what a store follows on a day', () => {
  const chain = [aDocumentPublished()].reduce(document.evolve, document.initial);
  const own = [
    aDocumentPublished({ storeId: 'sh-01', effectiveFrom: '2026-03-02' }),
    aDocumentPublished({ storeId: 'sh-01', effectiveFrom: '2026-03-04', version: 2, content: null }),
  ].reduce(document.evolve, document.initial);

  it('is its own where it has one, and the chain’s again when that was withdrawn', () => {
    const because = ['2026-03-01', '2026-03-03', '2026-03-04'].map(
      (day) => followedOn(chain, own, day)?.because,
    );
    expect(because).toEqual(['chain-default', 'store-override', 'chain-default']);
  });

  it('is nothing before the first version begins', () => {
    expect(followedOn(chain, own, '2026-02-28')).toBeUndefined();
  });
});
