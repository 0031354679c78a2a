import { knownProcessor } from '../known-processor/known-processor.js';
import type { KnownProcessorEvent } from '../known-processor/known-processor.events.js';
import { aProcessorEndLearned, aProcessorEngagementLearned } from '../testing/known-processor.builders.js';
import { givenToProcessor, type Circumstances, type ToLeave } from './given-to.js';

const agreed = aProcessorEngagementLearned;
const refused = (code: string, context: object = {}) =>
  expect.objectContaining({ code, context: expect.objectContaining(context) }) as Error;

const given = (facts: readonly KnownProcessorEvent[], asked: Partial<ToLeave & Circumstances> = {}) =>
  givenToProcessor('messages', facts.reduce(knownProcessor.evolve, knownProcessor.initial), {
    ...{ purpose: 'administration', storeId: undefined, sections: [], today: '2026-03-01', country: 'CN' },
    legalEntity: null,
    ...asked,
  });

describe('what is given to who works for the salon (PIPL 21)', () => {
  it('goes to it by its name, under the agreement of the day', () => {
    expect(given([agreed()])).toEqual({
      ...{ recipient: 'Shanghai Messages Ltd', recipientCountry: null },
      processor: { processorId: 'messages', agreementNumber: 'SH-2026-041' },
    });
  });

  it('is nothing where nobody is known, or nothing is agreed that day', () => {
    expect(() => given([])).toThrow(refused('unknown-processor'));
    for (const today of ['2026-02-28', '2027-01-01'])
      expect(() => given([agreed()], { today })).toThrow(refused('no-agreement-in-force', { today }));
    const ended = [agreed(), aProcessorEndLearned('2026-03-01')];
    expect(given(ended).processor).not.toBeNull();
    expect(() => given(ended, { today: '2026-03-02' })).toThrow(refused('no-agreement-in-force'));
  });

  it('is what is agreed: for which purposes, and with which kinds of data', () => {
    expect(() => given([agreed()], { purpose: 'marketing-messages' })).toThrow(refused('purpose-not-agreed'));
    const sections = ['person', 'preferences'] as const;
    expect(() => given([agreed({ kinds: ['contact', 'person'] })], { sections })).toThrow(
      refused('kinds-not-agreed', { kinds: ['preferences'] }),
    );
    expect(() => given([agreed({ kinds: ['preferences'] })], { sections: ['preferences'] })).toThrow(
      refused('kinds-not-agreed', { kinds: ['contact'] }),
    );
    const all = agreed({ kinds: ['contact', 'person', 'preferences'] });
    expect(given([all], { sections }).recipient).toBe('Shanghai Messages Ltd');
  });

  it('is of the stores that are named, one at a time', () => {
    const one = [agreed({ storeIds: ['sh-01', 'sh-02'] })];
    expect(given(one, { storeId: 'sh-02' }).recipient).toBe('Shanghai Messages Ltd');
    for (const storeId of ['bj-01', undefined])
      expect(() => given(one, { storeId })).toThrow(refused('store-not-agreed'));
  });

  it('is of stores of the legal entity that engaged it, while they are its own', () => {
    const its = [agreed({ engagedBy: 'Mei Franchise', storeIds: ['sh-01'] })];
    const of = (legalEntity: string | null) => () => given(its, { storeId: 'sh-01', legalEntity });
    expect(of('Mei Franchise')().recipient).toBe('Shanghai Messages Ltd');
    for (const other of ['Yue Franchise', '', null])
      expect(of(other)).toThrow(refused('store-of-another-entity', { legalEntity: other }));
    expect(given([agreed()], { storeId: 'sh-01', legalEntity: 'Yue Franchise' }).processor).not.toBeNull();
  });

  it('goes abroad where it is abroad, or somebody to whom it may pass work on', () => {
    const country = (more: Parameters<typeof agreed>[0], own = 'CN') =>
      given([agreed(more)], { country: own }).recipientCountry;
    const passedOn = { subProcessors: [{ name: 'Cloud Ltd', country: 'SG' }] };
    expect(country({ country: 'HK', ...passedOn })).toBe('HK');
    expect(country(passedOn)).toBe('SG');
    expect(country({ country: 'SG', ...passedOn }, 'SG')).toBeNull();
  });
});
