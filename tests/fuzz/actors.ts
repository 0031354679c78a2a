import { ACCOUNT_ROLES, EVERY_STORE } from '#libs/access';
import { signIn } from '#libs/testing';
import type { PlatformProcess } from '../platform-process.js';
import { KnownIds } from './known-ids.js';
import type { Actor } from './sending.js';

const PASSWORD = 'a long one that nobody guesses';
let hired = 0;

/** A new account of a role, signed in. */
const token = async (
  { url, fetch }: PlatformProcess,
  role: string,
  storeIds: readonly string[],
): Promise<string> => {
  hired += 1;
  const login = `fuzz-${hired}`;
  const account = { name: 'Somebody', login, password: PASSWORD, role, post: 'therapist', storeIds };
  const answer = await fetch('/v1/staff', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return signIn(url, login, PASSWORD);
};

/** People of two stores, each another company's, of every role, and of headquarters. */
export const actorsOf = async (platform: PlatformProcess): Promise<Actor[]> => {
  const [here, there] = [new KnownIds('sh-01'), new KnownIds('bj-01')];
  const everywhere = new KnownIds('sh-01');
  for (const { storeId } of [here, there]) {
    const store = {
      ...{ storeId, name: storeId, legalEntity: `company of ${storeId}` },
      ...{ timeZone: 'Asia/Shanghai', currency: 'CNY' },
    };
    const headers = { 'content-type': 'application/json' };
    await platform.fetch('/v1/stores', { method: 'POST', headers, body: JSON.stringify(store) });
  }
  const actors: Actor[] = [];
  for (const role of ACCOUNT_ROLES) {
    const isOfStore = !EVERY_STORE.includes(role);
    for (const [own, others] of isOfStore
      ? [
          [here, there],
          [there, here],
        ]
      : [[everywhere, there]]) {
      const stores = isOfStore ? [own!.storeId] : ('every' as const);
      const renew = () => token(platform, role, isOfStore ? [own!.storeId] : []);
      actors.push({ role, own: own!, others: others!, stores, token: await renew(), renew });
    }
  }
  return actors;
};
