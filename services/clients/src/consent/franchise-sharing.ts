/** How a client’s file stands to a store that asks. */
export interface Sharing {
  /** The store is of the company that has her file: both are of one legal entity today. */
  readonly isOneCompany: boolean;
  /** Her file is neither erased nor restricted. */
  readonly isUsable: boolean;
  /** Her consent to sharing with other companies of the brand is in force. */
  readonly consents: boolean;
}

/**
 * A file is its company’s; others of the brand know of it only while she consents (PIPL 23), and never of one that is kept and
 * not used. Of a person with several files each is shared by its own consent, as it is opened.
 */
export const isSharedWith = ({ isOneCompany, isUsable, consents }: Sharing): boolean =>
  isOneCompany || (isUsable && consents);
