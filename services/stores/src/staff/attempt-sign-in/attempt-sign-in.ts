import type { Decide } from '#libs/event-sourcing';
import { isLocked, wrongPassword } from '../lock-out.js';
import { isProven, type FirstWay, type SecondProof } from '../second-factor.js';
import type { SignedIn, StaffEvent } from '../staff.events.js';
import { known, type Employed, type Staff } from '../staff.js';

export class AttemptSignIn {
  constructor(
    readonly data: {
      readonly staffId: string;
      /** How she comes in, and whether that is she. */
      readonly way: FirstWay;
      readonly matches: boolean;
      /** What came with it as a second factor; null when nothing did. */
      readonly proof: SecondProof | null;
      readonly sessionId: string;
      readonly at: string;
    },
  ) {}
}

/** `closed` accounts are locked, or of who has left: nothing is looked at and nothing recorded, right or wrong. */
export type Attempted = 'closed' | 'wrong' | 'code-needed' | 'signed-in';

/** What comes of it. Only who knows the password hears that a code is needed. */
export const attempted = ({ data }: AttemptSignIn, state: Staff): Attempted => {
  const { staffId, way, matches, proof, at } = data;
  const account = known(staffId, state);
  const { secondFactor } = account;
  if (account.status === 'left' || isLocked(account, at)) return 'closed';
  if (!matches) return 'wrong';
  if (secondFactor === null || way === 'strong-provider') return 'signed-in';
  if (proof === null) return 'code-needed';
  return isProven(proof, secondFactor) ? 'signed-in' : 'wrong';
};

/** A wrong code counts as a wrong password does. */
export const attemptSignIn: Decide<AttemptSignIn, Staff, StaffEvent> = (command, state) => {
  const { staffId, at } = command.data;
  switch (attempted(command, state)) {
    case 'signed-in':
      return [signedIn(command, state as Employed)];
    case 'wrong':
      return [wrongPassword(staffId, state as Employed, at)];
    default:
      return [];
  }
};

const signedIn = ({ data }: AttemptSignIn, { secondFactor }: Employed): SignedIn => {
  const { staffId, sessionId, way, proof, at: occurredAt } = data;
  const by = { staffId, sessionId };
  if (secondFactor === null || proof === null || way === 'strong-provider')
    return { type: 'SignedIn', occurredAt, data: { ...by, ways: [way] } };
  const second =
    'recoveryHash' in proof
      ? { ways: [way, 'recovery-code' as const], recoveryHash: proof.recoveryHash }
      : { ways: [way, 'code' as const], codeStep: proof.step! };
  return { type: 'SignedIn', occurredAt, data: { ...by, ...second } };
};
