import { Code, Day, ObjectOf, OneOf, Optional } from '#libs/http';
import { GuardianBody } from '../age-of-consent/guardian-body.config.js';
import { CONSENT_CHANNELS, type ConsentChannel } from './consent.events.js';

/** How a consent is told over HTTP, whatever it is to. */
export class ConsentFields {
  /**
   * Of the text she read: the one in force today in the store where she is asked. Until headquarters has published one for this purpose,
   * what the salon's own paper bears counts, too.
   */
  @Code({ example: 'health-1' })
  textVersion!: string;

  @OneOf(CONSENT_CHANNELS)
  channel!: ConsentChannel;

  /** Tells whether she is of age where her file has no birthday; it is not kept. */
  @Optional()
  @Day()
  bornOn?: string;

  /** Who consents for her while she is not of the age of consent of her own store today. */
  @Optional()
  @ObjectOf(() => GuardianBody)
  guardian?: GuardianBody;
}
