/** On which days after a visit the client is contacted; the day of the visit is day 0, by the store's calendar. */
export interface FollowUpPolicy {
  readonly version: string;
  readonly days: readonly number[];
  /** Days whose contact is not needed once she has come again. */
  readonly onlyIfNotCome: readonly number[];
}

/** The 1-5-7 rule of the handbooks (FU-01, FU-02, FU-03). */
export const oneFiveSeven: FollowUpPolicy = {
  version: 'follow-up-plan@1',
  days: [1, 5, 7],
  onlyIfNotCome: [7],
};
