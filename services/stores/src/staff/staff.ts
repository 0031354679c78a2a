import type { Role } from '#libs/access';
import { claim, Rejection, release, type Aggregate } from '#libs/event-sourcing';
import { identityClaim, withNonce, type ProviderTies } from './identity.js';
import { withFailureFrom, withSignInFrom, type KnownBrowser } from './known-browsers.js';
import type { SecondFactor } from './second-factor.js';
import type {
  Absence,
  Learned,
  Post,
  SignedIn,
  SignInFailed,
  StaffEvent,
  WorkEvent,
} from './staff.events.js';

export interface Employed extends ProviderTies {
  readonly status: 'employed' | 'left';
  readonly post: Post;
  readonly role: Role;
  readonly storeIds: readonly string[];
  /** Grows when tokens given before must not be good any more. */
  readonly epoch: number;
  /** Wrong passwords in a row. */
  readonly failures: number;
  readonly lockedUntil: string | null;
  /** Known ones, whose tries are counted apart. */
  readonly browsers: readonly KnownBrowser[];
  /** Until when her password is good that nobody chose; null for one that somebody did. */
  readonly passwordEndsAt: string | null;
  /** Null where a password, or the provider, is enough. */
  readonly secondFactor: SecondFactor | null;
  readonly absences: readonly Absence[];
  readonly trainings: readonly Learned[];
  /** After the one she was hired for, in the order decided. */
  readonly posts: readonly { readonly effectiveFrom: string; readonly post: Post }[];
}

export type Staff = { readonly status: 'unknown' } | Employed;

export const staff: Aggregate<Staff, StaffEvent> = {
  category: 'staff',
  initial: { status: 'unknown' },
  evolve: (before, event) => {
    const known = before as Employed;
    const { type, data } = event;
    switch (type) {
      case 'StaffHired': {
        const { post, role, storeIds, passwordEndsAt = null } = data;
        const access = { role, storeIds, epoch: 0, failures: 0, lockedUntil: null };
        return {
          ...{ status: 'employed', post, ...access },
          ...{ browsers: [], passwordEndsAt, secondFactor: null, identity: null, nonces: [] },
          ...{ absences: [], trainings: [], posts: [] },
        };
      }
      case 'AccessChanged':
        return { ...known, role: data.role, storeIds: data.storeIds, epoch: data.epoch };
      case 'PasswordSet':
        return { ...known, epoch: data.epoch, passwordEndsAt: null, ...unlocked(known) };
      case 'SignedIn':
        return {
          ...known,
          ...triesAfter(data, known),
          secondFactor: factorAfter(data, known),
          nonces: withNonce(known.nonces, data.nonce, event.occurredAt),
        };
      case 'SignInFailed':
        return { ...known, ...triesAfterFailure(data, known) };
      case 'SignedOutEverywhere':
        return { ...known, epoch: data.epoch };
      case 'IdentityBound':
        return { ...known, identity: data.identity };
      case 'IdentityReleased':
        return { ...known, identity: null, epoch: data.epoch };
      case 'SecondFactorSetUp': {
        const { factorId, step: lastStep, recoveryHashes, epoch } = data;
        return { ...known, secondFactor: { factorId, lastStep, recoveryHashes }, epoch };
      }
      case 'SecondFactorRemoved':
        return { ...known, secondFactor: null, epoch: data.epoch };
      case 'EmploymentEnded':
        return { ...known, status: 'left', epoch: data.epoch, identity: null, secondFactor: null };
      default:
        return { ...known, ...workChangedBy(event, known) };
    }
  },
  claims: (event) => {
    if (event.type === 'IdentityBound') return [claim(identityClaim(event.data.identity))];
    if (event.type === 'IdentityReleased') return [release(identityClaim(event.data.identity))];
    if (event.type === 'EmploymentEnded') return (event.released ?? []).map(release);
    return 'claims' in event ? (event.claims ?? []).map(claim) : [];
  },
};

const NO_TRIES = { failures: 0, lockedUntil: null };

const unlocked = ({ browsers }: Employed): Partial<Employed> => ({
  ...NO_TRIES,
  browsers: browsers.map((one) => ({ ...one, ...NO_TRIES })),
});

/** Whoever signs in from a known browser forgives no tries from elsewhere. */
const triesAfter = ({ browser }: SignedIn['data'], { browsers }: Employed): Partial<Employed> => {
  const wasKnown = browsers.some((one) => one.browser === browser);
  const now = browser === undefined ? browsers : withSignInFrom(browsers, browser);
  return { ...(wasKnown ? {} : NO_TRIES), browsers: now };
};

const triesAfterFailure = (
  { browser, failures, lockedUntil }: SignInFailed['data'],
  { browsers }: Employed,
): Partial<Employed> =>
  browser === undefined
    ? { failures, lockedUntil }
    : { browsers: withFailureFrom(browsers, browser, { failures, lockedUntil }) };

/** What was shown to sign in is not good again. */
const factorAfter = ({ codeStep, recoveryHash }: SignedIn['data'], { secondFactor }: Employed) =>
  secondFactor && {
    ...secondFactor,
    lastStep: codeStep ?? secondFactor.lastStep,
    recoveryHashes: secondFactor.recoveryHashes.filter((hash) => hash !== recoveryHash),
  };

const workChangedBy = ({ type, data }: WorkEvent, known: Employed): Partial<Employed> => {
  switch (type) {
    case 'AbsenceNoted': {
      const { staffId, ...absence } = data;
      return { absences: [...known.absences, absence] };
    }
    case 'AbsenceCancelled':
      return { absences: known.absences.filter(({ absenceId }) => absenceId !== data.absenceId) };
    case 'TrainingCompleted': {
      const { staffId, ...training } = data;
      return { trainings: [...known.trainings, training] };
    }
    case 'PostTaken': {
      const { staffId, ...post } = data;
      return { posts: [...known.posts, post] };
    }
  }
};

export const unknownStaff = (staffId: string): Rejection =>
  new Rejection('unknown-staff', 'Nobody with this id works here.', { staffId }, 'not-found');

/** Refuses for whoever was never hired; who has left is still known. */
export const known = (staffId: string, state: Staff): Employed => {
  if (state.status === 'unknown') throw unknownStaff(staffId);
  return state;
};

/** The same, and refuses for who has left. */
export const employed = (staffId: string, state: Staff): Employed => {
  const found = known(staffId, state);
  if (found.status === 'employed') return found;
  throw new Rejection('staff-has-left', 'She does not work here any more.', { staffId });
};
