import { decisions } from '#libs/testing';
import { aPolicyLearned } from '../../testing/known-policy.builders.js';
import { knownPolicy } from '../known-policy.js';
import { LearnPolicy, learnPolicy } from './learn-policy.js';

const spec = decisions(knownPolicy, learnPolicy);
const first = aPolicyLearned();
const second = aPolicyLearned({ version: 2, storeId: 'sh-01', value: { rule: 'dedicated' } });
const told = ({ data, occurredAt: publishedAt }: typeof first) => new LearnPolicy({ ...data, publishedAt });

describe('learning a policy', () => {
  it('keeps each version, of the chain and of stores', () => {
    spec.given().when(told(first)).then(first);
    spec.given(first).when(told(second)).then(second);
    const ended = aPolicyLearned({ version: 3, storeId: 'sh-01', value: null });
    spec.given(first, second).when(told(ended)).then(ended);
  });

  it('learns nothing from hearing of a version again', () => {
    spec.given(first, second).when(told(first)).thenNothing();
  });

  it('has them in the order decided, in whatever order they were heard', () => {
    const heard = [second, first].reduce(knownPolicy.evolve, knownPolicy.initial);
    expect(heard.map(({ version }) => version)).toEqual([1, 2]);
  });
});
