import { decisions } from '#libs/testing';
import type { LinkLearned, LinkUnlearned } from '../known-link.events.js';
import { knownLink } from '../known-link.js';
import { LearnLink, learnLink } from './learn-link.js';

const spec = decisions(knownLink, learnLink);
const at = '2026-03-01T02:00:00.000Z';
const data = { survivorId: 'fang', mergedId: 'xiaofang' };
const learned: LinkLearned = { type: 'LinkLearned', occurredAt: at, data };
const unlearned: LinkUnlearned = { type: 'LinkUnlearned', occurredAt: at, data };
const telling = (linked: boolean) => new LearnLink({ ...data, linked, at });

describe('learning that two members are one', () => {
  it('keeps it, and that they are not after all, as often as that changes', () => {
    spec.given().when(telling(true)).then(learned);
    spec.given(learned).when(telling(false)).then(unlearned);
    spec.given(learned, unlearned).when(telling(true)).then(learned);
  });

  it('learns nothing from hearing the same again', () => {
    spec.given(learned).when(telling(true)).thenNothing();
    spec.given().when(telling(false)).thenNothing();
  });
});
