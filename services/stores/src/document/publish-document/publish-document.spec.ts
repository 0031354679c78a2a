import { decisions } from '#libs/testing';
import { aDocumentPublished } from '../../testing/document.builders.js';
import type { DocumentPublished } from '../document.events.js';
import { document } from '../document.js';
import { PublishDocument, publishDocument } from './publish-document.js';

const spec = decisions(document, publishDocument([]));
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

  it('is withdrawn for good: no version that was published for later brings it back unsaid', () => {
    const context = { effectiveFrom: '2026-06-01' };
    const gone = (version: number, effectiveFrom: string) =>
      aDocumentPublished({ version, effectiveFrom, content: null });
    const withdrawn = gone(4, '2026-05-01');
    spec.given(first, next).when(publishing(withdrawn)).thenRefused('document-from-later', context);
    spec.given(first, next, gone(3, '2026-06-01')).when(publishing(withdrawn)).then(withdrawn);
  });

  describe('with what the chain holds fixed', () => {
    const point = (pointId: string, text: string, fixed = false) => ({ pointId, text, fixed });
    const fresh = point('towels', 'Towels are fresh', true);
    const chain = aDocumentPublished({ content: { points: [fresh, point('light', 'Light is soft')] } });
    const own = (...points: object[]) =>
      aDocumentPublished({ storeId: 'sh-01', effectiveFrom: '2026-04-01', content: { points } });
    const stateOf = (...events: DocumentPublished[]) => events.reduce(document.evolve, document.initial);
    const inStore = decisions(document, publishDocument([stateOf(chain)]));

    it('lets a store add to it and adapt the rest', () => {
      const adapted = own({ ...fresh, fixed: false }, point('light', 'Light is warm'), point('tea', 'Tea'));
      inStore.given().when(publishing(adapted)).then(adapted);
    });

    it('refuses a store what leaves it out or says it otherwise', () => {
      const deviation = { storeId: 'sh-01', day: '2026-04-01', part: 'towels' };
      for (const points of [[], [point('towels', 'Towels')]])
        inStore
          .given()
          .when(publishing(own(...points)))
          .thenRefused('part-is-fixed', { deviations: [deviation] });
    });

    it('refuses the chain what stores have otherwise, until they have it no more', () => {
      const others = own(point('towels', 'Towels'));
      const ended = aDocumentPublished({ storeId: 'sh-01', effectiveFrom: '2026-05-01', content: null });
      const when = (...events: DocumentPublished[]) =>
        decisions(document, publishDocument([stateOf(...events)])).given();
      when(others).when(publishing(chain)).thenRefused('part-is-fixed');
      const later = aDocumentPublished({ ...chain.data, effectiveFrom: '2026-05-01' });
      when(others, ended).when(publishing(later)).then(later);
    });

    it('holds of a standard its parts, and of a phrase the whole', () => {
      const standard = { parts: [{ partId: 'greeting', text: '您好', fixed: true }] };
      const phrase = { zh: '您好', en: 'Welcome', fixed: true };
      for (const content of [standard, phrase]) {
        const said = stateOf(aDocumentPublished({ content }));
        const publish = decisions(document, publishDocument([said]));
        const { fixed, ...same } = { ...content } as Record<string, unknown>;
        const theirs = aDocumentPublished({ storeId: 'sh-01', content: same });
        publish.given().when(publishing(theirs)).then(theirs);
        const other = { text: '您好', zh: '你好', en: 'Welcome' };
        publish
          .given()
          .when(publishing(aDocumentPublished({ storeId: 'sh-01', content: other })))
          .thenRefused('part-is-fixed');
      }
    });
  });

  it('withdraws from a day on what was published, once', () => {
    const withdrawn = aDocumentPublished({ version: 2, effectiveFrom: '2026-04-01', content: null });
    spec.given(first).when(publishing(withdrawn)).then(withdrawn);
    spec.given().when(publishing(withdrawn)).thenRefused('nothing-to-withdraw');
  });
});
