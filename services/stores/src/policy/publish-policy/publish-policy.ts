import { alreadyDecided, deviations, inWords } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { PolicyEvent, PolicyPublished } from '../policy.events.js';
import type { Policy, PolicyVersion } from '../policy.js';
import { keepsWords } from './texts-keep-their-words.js';

export class PublishPolicy {
  constructor(readonly data: Omit<PolicyPublished['data'], 'version'> & { readonly publishedAt: string }) {}
}

/** A day to come schedules it; a day gone by says what held then, for whoever recounts. Refuses with `text-changed`. */
export const publishPolicy: Decide<PublishPolicy, Policy, PolicyEvent> = ({ data }, versions) => {
  const { publishedAt: occurredAt, ...published } = data;
  if (published.name === 'consent-texts') keepsWords(versions, published.value);
  const { fixed = [], storeId } = published;
  checkFixed(data);
  const standing = versions.findLast(
    (one) => one.storeId === storeId && one.effectiveFrom === published.effectiveFrom,
  );
  if (alreadyDecided(versions, published) && inWords(standing?.fixed ?? []) === inWords(fixed)) return [];
  const version = versions.length + 1;
  checkOverrides([...versions, { ...published, version }]);
  return [{ type: 'PolicyPublished', occurredAt, storeId, data: { ...published, version } }];
};

/** Only the chain holds something fixed, and only what it says. */
const checkFixed = ({ name, storeId, value, fixed = [] }: PublishPolicy['data']): void => {
  const unknown = fixed.filter((field) => !Object.hasOwn(value, field));
  if (unknown.length === 0 && (storeId === null || fixed.length === 0)) return;
  throw new Rejection(
    'nothing-to-hold-fixed',
    'The chain’s rule holds fields of its own value fixed, and a store’s rule none.',
    { name, storeId, unknown },
  );
};

type Decided = Omit<PolicyVersion, 'publishedAt'>;

/** Standardised first, personalised then: what the chain holds fixed, no store has otherwise. */
const checkOverrides = (versions: readonly Decided[]): void => {
  const partsOf = ({ value }: Decided) =>
    new Map(Object.entries(value ?? {}).map(([field, said]) => [field, inWords(said)]));
  const fixedOf = (chain: Decided) =>
    new Map([...partsOf(chain)].filter(([field]) => chain.fixed?.includes(field)));
  const found = deviations(versions, fixedOf, partsOf);
  if (found.length === 0) return;
  throw new Rejection('part-is-fixed', 'The chain holds this fixed: no store may have it otherwise.', {
    deviations: found,
  });
};
