import type { Aggregate } from '#libs/event-sourcing';
import type { Introduction, ReferralEvent, ReferralReversed, ReferralRewarded } from './referral.events.js';

/** What happened to one client: everything about her is one stream, so it is decided in order. */
export type Referral =
  | { readonly status: 'unknown' }
  /** Nobody had introduced her when she first paid. */
  | { readonly status: 'visited'; readonly storeId: string | null }
  | ({
      readonly status: 'introduced';
      /** Visits that earned a reward and were undone; none of them earns another. */
      readonly undone: readonly string[];
      /** Visits told up to here, a position in visits' log, were heard before the last reward was undone; they earn none. */
      readonly earnsAfter: number;
    } & Introduction)
  | ({
      readonly status: 'rewarded';
      readonly undone: readonly string[];
      readonly earnsAfter: number;
      readonly reward: Omit<ReferralRewarded['data'], keyof Introduction> & { readonly storeId: string };
    } & Introduction);

export const referral: Aggregate<Referral, ReferralEvent> = {
  category: 'referral',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'unknown' ? null : state.storeId),
  evolve: (before, event) => {
    switch (event.type) {
      case 'FirstVisitNoted':
        return { status: 'visited', storeId: event.storeId ?? null };
      case 'ReferralIntroduced':
        return { status: 'introduced', undone: [], earnsAfter: 0, ...event.data };
      case 'ReferralQualified':
        return before; // what follows from it is the next fact
      case 'ReferralRewarded':
        return rewarded(before, event.data);
      case 'ReferralReversed':
        return reversed(before, event.data);
    }
  },
};

const rewarded = (before: Referral, data: ReferralRewarded['data']): Referral => {
  if (before.status !== 'introduced') return before;
  const { visitId, rewards, rewardedOn, storeId } = data;
  return { ...before, status: 'rewarded', reward: { visitId, rewards, rewardedOn, storeId } };
};

const reversed = (before: Referral, { visitId, toldPosition }: ReferralReversed['data']): Referral => {
  if (before.status !== 'rewarded') return before;
  const { reward, ...introduction } = before;
  const earnsAfter = toldPosition ?? before.earnsAfter;
  return { ...introduction, status: 'introduced', undone: [...before.undone, visitId], earnsAfter };
};
