import { decisions } from '#libs/testing';
import { aDocumentPublished } from '../../testing/document.builders.js';
import type { DocumentPublished } from '../document.events.js';
import { document } from '../document.js';
import { PublishDocument, publishDocument } from './publish-document.js';

const spec = decisions(document, publishDocument);
const publishing = (fact: DocumentPublished): PublishDocument => {
  const { version, ...data } = fact.data;
  return new PublishDocument({ ...data, occurredAt: fact.occurredAt });
};

describe('publishing a document', () => {
  const first = aDocumentPublished();
  const next = aDocumentPublished({
    version: 2,
    effectiveFrom: '2026-06-01',
    content: { title: 'Hygiene and light' },
  });

  it('numbers versions, also those that are for a day to come', () => {
    spec.given().when(publishing(first)).then(first);
    spec.given(first).when(publishing(next)).then(next);
  });

  it('changes nothing when what it says holds from that day already', () => {
    spec.given(first, next).when(publishing(first)).thenNothing();
  });

  it('says otherwise what was said for a day', () => {
    const correction = aDocumentPublished({ version: 3, effectiveFrom: '2026-06-01' });
    spec.given(first, next).when(publishing(correction)).then(correction);
  });

  it('withdraws from a day on what was published, once', () => {
    const withdrawn = aDocumentPublished({ version: 2, effectiveFrom: '2026-04-01', content: null });
    spec.given(first).when(publishing(withdrawn)).then(withdrawn);
    spec.given().when(publishing(withdrawn)).thenRefused('nothing-to-withdraw');
  });
});
