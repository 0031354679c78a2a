import { deviations, inWords, type Effective, type Parts } from '#libs/effective';
import { Rejection } from '#libs/event-sourcing';
import type { Content } from './document.events.js';
import type { Document } from './document.js';

interface Part {
  readonly partId?: string;
  readonly pointId?: string;
  readonly text: string;
  readonly fixed?: boolean;
}

/** What a phrase says is one part. */
const WHOLE = 'whole';

const partsOf = (content: Content): readonly (Part & { readonly id: string })[] => {
  const listed = (content['parts'] ?? content['points']) as readonly Part[] | undefined;
  if (listed !== undefined) return listed.map((part) => ({ ...part, id: part.partId ?? part.pointId! }));
  const { zh, en, fixed } = content as { zh?: string; en?: string; fixed?: boolean };
  if (zh === undefined) return [];
  return [{ id: WHOLE, text: inWords([zh, en]), ...(fixed === undefined ? {} : { fixed }) }];
};

const worded = (parts: readonly (Part & { readonly id: string })[]): Parts =>
  new Map(parts.map(({ id, text }) => [id, text]));

type Said = Effective<Content>;

/** Standardised first, personalised then: refuses what would leave a store without, or otherwise than, what the chain holds fixed. */
export const checkFixedParts = (chain: Document, owns: readonly Document[]): void => {
  const entries = [chain, ...owns].flatMap(({ storeId, versions }) =>
    versions.map(({ effectiveFrom, content }): Said => ({ storeId, effectiveFrom, value: content })),
  );
  const found = deviations(
    entries,
    ({ value }) => worded(partsOf(value!).filter(({ fixed }) => fixed === true)),
    ({ value }) => worded(partsOf(value!)),
  );
  if (found.length === 0) return;
  throw new Rejection('part-is-fixed', 'The chain holds this fixed: no store may have it otherwise.', {
    deviations: found.slice(0, MOST_SHOWN),
  });
};

const MOST_SHOWN = 50;
