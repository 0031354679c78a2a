import type { Operation } from './description.js';
import type { Actor, Sent } from './sending.js';

/** What everybody may know of every store. */
const OF_ALL_STORES = /^\/v1\/stores/;
/** What any store did for her, in its own name; read whole by hers. */
const OF_ALL_FOR_HER = /\/(care|access)-log$/;
const CARE_LOG = /\/care-log$/;
/** What she consented to at a store's desk she may withdraw there. */
const WITHDRAWAL = /\/consents\/\{purpose\}\/withdrawal$/;

/** What was answered although it is nobody's business who asked. */
export const trespassesOf = (operation: Operation, sent: Sent, actor: Actor): string[] => {
  const { 'x-roles': roles = [], path } = operation;
  const { answer } = sent;
  const { stores } = actor;
  if (answer.status >= 300) return [];
  const faults: string[] = [];
  if (roles.length > 0 && !roles.includes(actor.role)) faults.push(`answers the role ${actor.role}`);
  if (stores === 'every' || answer.type !== 'application/json' || OF_ALL_STORES.test(path)) return faults;
  const shown = storesIn(answer.text);
  const foreign = shown.find((storeId) => !stores.includes(storeId));
  const saysWhose = shown.length > 0 && !OF_ALL_FOR_HER.test(path);
  if (saysWhose && foreign !== undefined)
    faults.push(`shows ${foreign} to ${actor.role} of ${stores.join()}`);
  // A person may be a client of one store and introduced in another: what says whose it is, is judged by that.
  if (!saysWhose && isOfAnother(path, sent, actor) && !isAllowedThere(path, sent, actor))
    faults.push('answers about what belongs to another store');
  return faults;
};

const isOfAnother = (path: string, { about }: Sent, { own, others }: Actor): boolean =>
  about.some((id) => others.has(id, path) && !own.has(id, path));

/** What may be done about another store’s client. */
const isAllowedThere = (path: string, { about, body }: Sent, { stores, own }: Actor): boolean => {
  if (CARE_LOG.test(path)) return stores.includes((body as { storeId?: string } | undefined)?.storeId ?? '');
  return (
    WITHDRAWAL.test(path) && about.includes('sharing-with-franchise') && about.some((id) => own.hasAsked(id))
  );
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
