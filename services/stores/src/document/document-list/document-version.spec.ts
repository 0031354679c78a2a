import { views } from '#libs/testing';
import { aDocumentPublished } from '../../testing/document.builders.js';
import { documentVersion } from './document-version.projection.js';

describe('all versions of documents', () => {
  it('has each version, of the chain and of a store, and codes as one would search them', () => {
    const own = aDocumentPublished({ storeId: 'sh-01', content: null });
    views(documentVersion)
      .given(aDocumentPublished({ code: 'Hygiene' }), own)
      .thenRows(
        { code: 'hygiene', storeId: null, version: 1, place: 'check-list/hygiene#000001' },
        { code: 'hygiene', storeId: 'sh-01', content: null },
      );
  });
});
