import { decisions } from '#libs/testing';
import { aStoreLearned } from '../../testing/known-store.builders.js';
import { knownStore } from '../known-store.js';
import { LearnStore, learnStore } from './learn-store.js';

const spec = decisions(knownStore, learnStore);
const learned = aStoreLearned();
const told = new LearnStore({ ...learned.data, openedAt: learned.occurredAt });

describe('learning of a store', () => {
  it('keeps of which grade it was opened', () => {
    spec.given().when(told).then(learned);
  });

  it('learns nothing from hearing of it again', () => {
    spec.given(learned).when(told).thenNothing();
  });
});
