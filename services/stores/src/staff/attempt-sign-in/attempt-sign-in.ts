import type { Decide } from '#libs/event-sourcing';
import { isHers, type Provided } from '../identity.js';
import { isLocked, wrongPassword } from '../lock-out.js';
import { isProven, type FirstWay, type SecondProof } from '../second-factor.js';
import type { IdentityBound, SignedIn, StaffEvent } from '../staff.events.js';
import { known, type Employed, type Staff } from '../staff.js';

export class AttemptSignIn {
  constructor(
    readonly data: {
      readonly staffId: string;
      /** How she comes in, and whether that is she. */
      readonly way: FirstWay;
      readonly matches: boolean;
      /** Who came from the provider, and by which token; null for a password. */
      readonly provided: Provided | null;
      /** The account's before her password was read: one that is changed meanwhile opens nothing. Null where she has shown none. */
      readonly epoch: number | null;
      /** Hash of what her browser keeps; null when it keeps nothing. */
      readonly browser: string | null;
      /** What came with it as a second factor; null when nothing did. */
      readonly proof: SecondProof | null;
      readonly sessionId: string;
      readonly at: string;
    },
  ) {}
}

/**
 * Nothing is recorded of what is `refused`: while an account is locked or its holder has left, right or wrong; nor when her
 * password was changed meanwhile, the provider's person is another's, or the token came before.
 */
export type Attempted = 'refused' | 'wrong' | 'password-over' | 'code-needed' | 'signed-in';

/** What comes of it. Only who knows the password hears that a code is needed, or that it is over. */
export const attempted = ({ data }: AttemptSignIn, state: Staff): Attempted => {
  const { staffId, way, matches, provided, epoch, browser, proof, at } = data;
  const account = known(staffId, state);
  const { secondFactor, passwordEndsAt } = account;
  if (account.status === 'left' || isLocked(account, browser, at)) return 'refused';
  if (epoch !== null && epoch !== account.epoch) return 'refused';
  if (!matches) return 'wrong';
  if (provided !== null && !isHers(provided, account)) return 'refused';
  if (way === 'password' && passwordEndsAt !== null && at >= passwordEndsAt) return 'password-over';
  if (secondFactor === null || way === 'strong-provider') return 'signed-in';
  if (proof === null) return 'code-needed';
  return isProven(proof, secondFactor) ? 'signed-in' : 'wrong';
};

/** A wrong code counts as a wrong password does. */
export const attemptSignIn: Decide<AttemptSignIn, Staff, StaffEvent> = (command, state) => {
  const { staffId, browser, at } = command.data;
  switch (attempted(command, state)) {
    case 'signed-in':
      return [...bound(command, state as Employed), signedIn(command, state as Employed)];
    case 'wrong':
      return [wrongPassword(staffId, state as Employed, browser, at)];
    default:
      return [];
  }
};

/** Whoever comes from the provider for the first time is bound to who she is there. */
const bound = ({ data }: AttemptSignIn, { identity }: Employed): IdentityBound[] => {
  const { staffId, provided, at: occurredAt } = data;
  if (provided === null || identity !== null) return [];
  return [{ type: 'IdentityBound', occurredAt, data: { staffId, identity: provided.identity } }];
};

const signedIn = ({ data }: AttemptSignIn, { secondFactor }: Employed): SignedIn => {
  const { staffId, sessionId, way, provided, proof, at: occurredAt } = data;
  const nonce = provided === null ? {} : { nonce: provided.nonce };
  const browser = data.browser === null ? {} : { browser: data.browser };
  const second = secondFactor === null || way === 'strong-provider' ? null : proof;
  return {
    type: 'SignedIn',
    occurredAt,
    data: { staffId, sessionId, ...nonce, ...browser, ...shown(way, second) },
  };
};

const shown = (
  way: FirstWay,
  second: SecondProof | null,
): Pick<SignedIn['data'], 'ways' | 'codeStep' | 'recoveryHash'> => {
  if (second === null) return { ways: [way] };
  return 'recoveryHash' in second
    ? { ways: [way, 'recovery-code'], recoveryHash: second.recoveryHash }
    : { ways: [way, 'code'], codeStep: second.step! };
};
