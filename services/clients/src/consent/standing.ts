import { standingOf, type Standing, type Texts } from '../consent-text/consent-text.js';
import type { ConsentGiven } from './consent.events.js';

/**
 * What a consent comes to today. Laws are silent on who comes of age after a guardian consented for her, and on who was of age under a
 * younger law: what was given stays given, until it is withdrawn or given anew, and is asked for again of who would have to
 * give it today. `minorNow` is null where nothing says.
 */
export const standingToday = (
  texts: Texts,
  minorNow: boolean | null,
  { purpose, textVersion, minor }: Pick<ConsentGiven['data'], 'purpose' | 'textVersion' | 'minor'>,
): Standing => {
  const standing = standingOf(texts, purpose, textVersion);
  const isAnothers = minorNow !== null && minorNow !== minor;
  return standing === 'counts' && isAnothers ? 'to-renew' : standing;
};
