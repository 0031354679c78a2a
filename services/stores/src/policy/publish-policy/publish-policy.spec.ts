import { decisions } from '#libs/testing';
import { aPolicyPublished, morning, overrideWithdrawn } from '../../testing/policy.builders.js';
import { policy } from '../policy.js';
import { PublishPolicy, publishPolicy } from './publish-policy.js';

const spec = decisions(policy, publishPolicy);
const first = aPolicyPublished();
const publishing = (more: Partial<PublishPolicy['data']> = {}) => {
  const { version, ...data } = first.data;
  return new PublishPolicy({ ...data, publishedAt: morning, ...more });
};

const texts = (...words: readonly string[]) => ({
  name: 'consent-texts' as const,
  value: {
    texts: words.map((zh, at) => ({
      ...{
        purpose: 'health',
        version: `health-${at + 2}`,
        effectiveFrom: `2026-04-0${at + 1}`,
        text: { zh },
      },
    })),
  },
});

describe('publishing a policy', () => {
  it('holds from its day on, as the first version of its name', () => {
    spec.given().when(publishing()).then(first);
  });

  it('counts versions through, whatever the scope', () => {
    spec
      .given(first)
      .when(publishing({ storeId: 'sh-01' }))
      .then(aPolicyPublished({ storeId: 'sh-01', version: 2 }));
  });

  it('changes nothing when the same holds from that day already', () => {
    spec.given(first).when(publishing()).thenNothing();
  });

  it('holds parts fixed for the chain, which no store then has otherwise', () => {
    const fixed = ['hoursToAnswer'];
    const chain = aPolicyPublished({ fixed });
    spec.given().when(publishing({ fixed })).then(chain);
    spec.given(chain).when(publishing({ fixed })).thenNothing();
    spec
      .given(chain)
      .when(publishing())
      .then(aPolicyPublished({ version: 2 }));
    const own = (hoursToAnswer: number) => ({
      ...{ storeId: 'sh-01', effectiveFrom: '2026-05-01' },
      value: { hoursToAnswer, hoursToWarning: 6 },
    });
    spec
      .given(chain)
      .when(publishing(own(24)))
      .then(aPolicyPublished({ ...own(24), version: 2 }));
    spec
      .given(chain)
      .when(publishing(own(12)))
      .thenRefused('part-is-fixed', {
        deviations: [{ storeId: 'sh-01', day: '2026-05-01', part: 'hoursToAnswer' }],
      });
    spec
      .given(aPolicyPublished({ ...own(12) }))
      .when(publishing({ fixed, effectiveFrom: '2026-06-01' }))
      .thenRefused('part-is-fixed', {
        deviations: [{ storeId: 'sh-01', day: '2026-06-01', part: 'hoursToAnswer' }],
      });
  });

  it('holds nothing fixed that it does not say, nor for one store', () => {
    spec
      .given()
      .when(publishing({ fixed: ['mood'] }))
      .thenRefused('nothing-to-hold-fixed');
    spec
      .given()
      .when(publishing({ fixed: ['hoursToAnswer'], storeId: 'sh-01' }))
      .thenRefused('nothing-to-hold-fixed');
  });

  it('is published again after another came in its place, or after its override was withdrawn', () => {
    const other = aPolicyPublished({ version: 2, value: { hoursToAnswer: 12, hoursToWarning: 6 } });
    spec
      .given(first, other)
      .when(publishing())
      .then(aPolicyPublished({ version: 3 }));
    const own = aPolicyPublished({ storeId: 'sh-01' });
    spec
      .given(own, overrideWithdrawn())
      .when(publishing({ storeId: 'sh-01' }))
      .then(aPolicyPublished({ storeId: 'sh-01', version: 3 }));
  });

  it('never gives other words to a text that somebody may have consented to, in whatever store', () => {
    const published = aPolicyPublished(texts('同意'));
    const more = { ...texts('同意', '也同意'), storeId: 'sh-01' };
    const given = spec.given(published);
    given.when(publishing(more)).then(aPolicyPublished({ ...more, version: 2 }));
    const changed = { ...texts('不同意'), storeId: 'sh-01' };
    given.when(publishing(changed)).thenRefused('text-changed', { purpose: 'health', version: 'health-2' });
  });

  it('nor to a text that is built in', () => {
    const [text] = texts('同意').value.texts;
    const value = { texts: [{ ...text, version: 'health-1' }] };
    spec
      .given()
      .when(publishing({ name: 'consent-texts', value }))
      .thenRefused('text-changed');
  });
});
