import type { Operation } from './description.js';
import type { Actor, Sent } from './sending.js';

/** What everybody may know of every store. */
const OF_ALL_STORES = /^\/v1\/stores/;
/** Written by whichever store cares for her, in its own name; read whole by hers. */
const CARE_LOG = /\/care-log$/;

/** What was answered although it is nobody's business who asked. */
export const trespassesOf = (
  { 'x-roles': roles = [], path }: Operation,
  { answer, about, namedStore }: Sent,
  actor: Actor,
) => {
  if (answer.status >= 300) return [];
  const faults: string[] = [];
  if (roles.length > 0 && !roles.includes(actor.role)) faults.push(`answers the role ${actor.role}`);
  const { stores, own, others } = actor;
  if (stores === 'every' || answer.type !== 'application/json' || OF_ALL_STORES.test(path)) return faults;
  if (CARE_LOG.test(path)) return [...faults, ...ofCareLog(about, namedStore, actor)];
  const shown = storesIn(answer.text);
  const foreign = shown.filter((storeId) => !stores.includes(storeId));
  if (foreign.length > 0) faults.push(`shows ${foreign[0]} to ${actor.role} of ${stores.join()}`);
  // A person may be a client of one store and introduced in another: what says whose it is, is judged by that.
  if (shown.length === 0 && about.some((id) => others.has(id) && !own.has(id)))
    faults.push('answers about what belongs to another store');
  return faults;
};

const ofCareLog = (about: Sent['about'], namedStore: unknown, { stores, own, others }: Actor): string[] => {
  const isOfAnother = about.some((id) => others.has(id) && !own.has(id));
  const isInOwnName = typeof namedStore === 'string' && stores.includes(namedStore);
  return isOfAnother && !isInOwnName ? ['answers about the care log of another store'] : [];
};

/** Whose things they are that an answer shows; what these name in their turn is theirs to name. */
const storesIn = (text: string): string[] => {
  const answer = JSON.parse(text) as Record<string, unknown>;
  const shown = [
    answer,
    ...Object.values(answer)
      .filter((one): one is unknown[] => Array.isArray(one))
      .flat(),
  ] as { storeId?: unknown }[];
  return shown.map((one) => one?.storeId).filter((storeId) => typeof storeId === 'string');
};
