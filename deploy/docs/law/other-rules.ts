import { na, shown } from '../asvs/requirement.js';
import type { Part } from './rule.js';

export const otherRules: Part = {
  title: 'Other rules',
  about: 'Of China and, where it says so, of the European Union.',
  rules: [
    [
      'incidents (2025-11-01)',
      'graver ones are reported within 4 hours',
      'a clock of 4 hours for an incident that is grave, from when it was found',
      shown({ incidentClocks: 'run out after 4 and after 72 hours' }, 'whether it is grave, people say'),
    ],
    [
      'cross-border flows (2024-03-22)',
      'by how many people a year: assessed, by contract, or free',
      'people whose data left for abroad, and those of whom sensitive data did, by year',
      shown(
        { clientExports: 'are counted by year, each person once, and with sensitive data apart' },
        'years are those of UTC; which way that asks for is not told',
      ),
    ],
    [
      'GB/T 45574-2025',
      'of sensitive data: access by field, encryption, audit, watermarks',
      'sections by role and consent, sealed; each reading is a fact',
      shown(
        { clientFile: 'shows each role what it needs', audit: 'tells who read what is known of a client' },
        'no watermark; who answers for it is nowhere named',
      ),
    ],
    ['faces (2025-06-01)', 'never the only way to say who one is', '', na('nobody is known by her face')],
    [
      'data security, 25',
      'what she gave goes elsewhere when she asks, once it is sure who asks',
      'the copy of all that is held about her',
      shown({ copy: 'is there as a page to be read' }, 'who asks is for the privacy officer to check'),
    ],
    [
      'messages (2015-06-30)',
      'advertising only with consent, and with a way to end it in each',
      'purpose `marketing-messages`',
      na('no message is sent from here; lists for it leave by consent alone'),
    ],
    [
      'medical beauty',
      'invasive, drug and device treatments need a licence',
      'items say whether they are medical, and why; stores have licences by day and by subject',
      shown(
        {
          medical: 'is not served from the day on which the licence is withdrawn',
          medicalVisits: 'is booked on days of the store on which it has a licence',
          medicalLicences: 'decide what a store has on its menu',
        },
        'headquarters says what is medical, and what the licence is: no authority is asked; who performs it, and whether she is a doctor or a nurse, is not checked; a care plan may propose it all the same; a history is taken as it happened',
      ),
    ],
    [
      'GDPR 8',
      'children are under 13 to 16, by country',
      'the policy `age-of-consent`, from a day on, for the chain or for a store as its country has it',
      shown({
        ageOfConsent: 'is that of the country of her store',
        agesOfConsent: 'is the chain’s from a day on, and in a store abroad that of its country',
      }),
    ],
    [
      'GDPR 9',
      'health needs a consent of its own',
      'as PIPL 28, 29',
      shown({ privacy: 'says who read her page' }),
    ],
    [
      'GDPR 15, 20',
      'a copy within a month',
      'as PIPL 44, 45; it is made at once',
      shown({ copy: 'has all that was recorded about her anywhere' }),
    ],
    [
      'GDPR 12',
      'requests are answered within a month',
      'as PIPL 50; `LIREN_REQUEST_DAYS`, 15 when left out',
      shown({ makeRequest: 'counts the days from when it was made, not from when it was recorded' }),
    ],
    ['GDPR 17', 'erasure', 'as PIPL 47', shown({ erasure: 'lie nowhere, in no way' })],
    [
      'GDPR 22',
      'nobody is subject to a program’s decision alone',
      '',
      na('no program decides about a client'),
    ],
    [
      'GDPR 30',
      'a record of what is processed',
      'documents of the kind `processing-register`',
      shown({ documents: 'keeps assessments and the register of processing, every version' }),
    ],
    [
      'GDPR 33',
      'a breach is told within 72 hours',
      'a clock of 72 hours, from when it was found',
      shown({
        incidentClocks: 'stop when the authority is told for the first time',
        incidents: 'has clocks that run until the authority is told, and is closed when all are',
      }),
    ],
    [
      'GDPR 35',
      'impact is assessed',
      'as PIPL 55, 56',
      shown({ documents: 'keeps assessments and the register of processing, every version' }),
    ],
  ],
};
