import { AgeOfConsentQuery } from './age-of-consent.query.js';
import { MinorsQuery } from './minors.query.js';

export const ageOfConsentSlices = { providers: [AgeOfConsentQuery, MinorsQuery] };
