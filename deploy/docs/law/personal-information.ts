import { na, shown } from '../asvs/requirement.js';
import type { Part } from './rule.js';

export const personalInformation: Part = {
  title: 'Personal information',
  about:
    'By article of the Personal Information Protection Law of the People’s Republic of China (PIPL, 2021).',
  rules: [
    [
      '13, 14',
      'she consents knowing to what, of her own will',
      'consent to a purpose, in the words in force in her store; who took it, when and how',
      shown(
        { consentTexts: 'are shown to her before she signs' },
        'until headquarters publishes a text for a purpose, a version of the salon’s own paper counts, too, whose words are not known here',
      ),
    ],
    [
      '14',
      'another purpose, or another way, takes a consent anew',
      'a consent for each purpose; a new text says whether older consents count, are renewed or end',
      shown({
        consentTexts: 'must have been published, and be in force that day',
        giveConsent: 'is a new consent for a new text',
      }),
    ],
    [
      '15',
      'she withdraws as easily as she consents, and what was based on it stops',
      'one call without a reason; asked of the log each time',
      shown(
        {
          privacy: 'closes her health notes the moment she withdraws',
          clientExports: 'leave no more from the moment that she withdraws',
        },
        'somebody of the salon enters it; she has no access of her own yet',
      ),
    ],
    [
      '16',
      'nobody is refused for not consenting to what is not needed',
      'she is registered and served without any consent',
      shown(
        { privacy: 'refuses an item that her health speaks against' },
        'she is served after she withdraws',
      ),
    ],
    [
      '17, 30',
      'she is told who, what for, what and how long, and her rights; of sensitive data why it must be',
      'purpose notices and texts of consents, by version; her file says which notice she was told',
      shown(
        { consentTexts: 'of the notice when her file is opened' },
        'what a text must name is up to who writes it; who was told an older notice is not told anew',
      ),
    ],
    [
      '19',
      'kept no longer than is needed',
      'policy `retention`',
      shown({ retention: 'restricts what is due by night' }, 'by purpose, not by field'),
    ],
    [
      '21',
      'who works for the salon is bound by a contract and supervised',
      'agreements with all that the law asks them to say, inspections, data given back; an export to a processor is what is agreed that day',
      shown(
        {
          processors: 'is engaged, inspected and ended, gives data back, and what is late is shown',
          engageProcessor: 'holds on no day on which another number does',
          givenTo: 'is what is agreed: for which purposes, and with which kinds of data',
          givenToProcessors: 'are broken off when the work ends, for half of them is not all',
          holders: 'is each once, with when it was given something last',
        },
        'rights and duties stand in the paper, by its number; what leaves in another way than an export is not compared with what is agreed; who is to erase a client is listed on her certificate, not told from here',
      ),
    ],
    [
      '23',
      'given to others only with a consent for that, and she is told to whom',
      'purpose `third-party`; each disclosure is a fact on her stream',
      shown({
        clientExports: 'tell her to whom they went',
        consentsNeeded: 'is hers alone whose last word on each purpose is yes',
        copy: 'tells to which third parties her data was given',
        givenToProcessors: 'need no consent to third parties, and tell her to whom they went',
      }),
    ],
    [
      '23',
      'shared among franchisees only with a consent for that',
      'purpose `sharing-with-franchise`, asked of the log by each look-up of a store of another company; she may give it at that desk',
      shown(
        {
          franchise: 'is shown there while she consents, and from the moment she withdraws no more',
          betweenCompanies:
            'is shown there once she consents at that desk, and nobody again once she withdraws at home',
          franchiseSharing: 'is known to stores of other companies only with her consent',
        },
        'that a phone is somebody’s is told to who wants to register it, not whose; stores of two companies that one manager answers for are open to her; of files that are merged across companies, warnings and sums count all',
      ),
    ],
    [
      '24',
      'no other price for her because a program says so',
      'prices are by item, store and day',
      na('no price depends on who she is'),
    ],
    [
      '24',
      'marketing can be turned off; a decision by a program is explained',
      'purposes `marketing-calls`, `marketing-messages`; classes say what they were counted from',
      shown({
        clientExports: 'are those of clients who consent to each purpose',
        clientVisits: 'tells her classes on a day',
      }),
    ],
    ['26', 'cameras watch for safety alone', '', na('no camera is connected')],
    [
      '28, 29',
      'sensitive data: for a purpose that needs it, guarded, with a consent of its own',
      'health notes, pictures and skin diagnosis are sealed, and open with her consent',
      shown({
        privacy: 'says who read her page and her health notes',
        carePictures: 'need her consent to photos',
        clientFile: 'only while she consents to that',
      }),
    ],
    [
      '31',
      'for who is under 14 a guardian consents',
      'the policy `age-of-consent`, 14 where none is published, by the birthday in her file, whatever is told',
      shown(
        {
          privacy: 'asks a guardian for whoever is under 14',
          ageOfConsent: 'is opened with who consents to that, in the same call',
          pastClients: 'are told with a guardian where they are not of age, which a trial says too',
        },
        'whose age nobody tells is taken for of age; rules of its own for children are a text to be published',
      ),
    ],
    [
      '38, 39, 40',
      'goes abroad only by one of the ways of the law, with a consent for that',
      'purposes `transfer-abroad` and `third-party` for an export to a recipient abroad; where data stands is where the chain runs it',
      shown(
        {
          clientExports: 'are those of clients who consent to that and to third parties, each by itself',
          consentsNeeded: 'is to leave the country, too, where the recipient is abroad',
          givenTo: 'goes abroad where it is abroad, or somebody to whom it may pass work on',
        },
        'which of the ways of the law it is is not kept, nor is a contract with a third party; a processor’s agreement is',
      ),
    ],
    [
      '44, 45',
      'she knows, and gets a copy that she can take elsewhere',
      'a copy of all that every service holds, as JSON and to be read',
      shown(
        { copy: 'has all that was recorded about her anywhere, opened' },
        'asked for by the privacy officer',
      ),
    ],
    [
      '46',
      'what is wrong is corrected',
      'sections of her file are written anew; what was written over stays sealed',
      shown({ clientFile: 'keeps and shows sections, replaced as a whole' }),
    ],
    [
      '47',
      'deleted when its purpose is done, when she withdraws or asks',
      'erasure: her keys are destroyed, every service acknowledges, a certificate says what stays and why',
      shown({
        erasure: 'lie nowhere, in no way',
        clientErasure: 'says on the certificate who has acknowledged it',
      }),
    ],
    [
      '47',
      'what cannot be deleted yet is kept and not used',
      'restricted clients',
      shown({ retention: 'nobody uses it, who answers for it sees it' }),
    ],
    [
      '48',
      'the rules are explained to her',
      'texts and notices stay known by version',
      shown({ consentTexts: 'stay known as what she agreed to' }),
    ],
    [
      '49',
      'near relatives may ask for who has died',
      'a request says who asks, what she is to her, and what was seen that shows it',
      shown({
        makeRequest: 'takes one of a near relative for who has died, once that was shown',
        clientRequests: 'may be a near relative’s, who shows that she has died',
      }),
    ],
    [
      '50',
      'her requests are taken, answered in time, and refused with reasons',
      'requests with the days on which they were made, are due and were answered, or why they were refused',
      shown(
        { clientRequests: 'are due in 15 days, overdue after the last, and settled once' },
        'answering one does nothing by itself: a copy or an erasure is a call of its own',
      ),
    ],
    [
      '51',
      'classed, encrypted, by role; people are trained, incidents planned for',
      'classes of data in the page on security; sealed fields; roles',
      shown(
        {
          clients: 'keeps who she is nowhere in plain',
          clientFile: 'shows each role what it needs',
          everyRole: 'has a route for every call, and no route without roles',
        },
        'training and a plan for incidents are the chain’s own',
      ),
    ],
    [
      '51',
      'client files are the salon’s, not a manager’s or a therapist’s',
      'accounts end at once; files belong to stores; therapists and the desk take none out; limits',
      shown(
        {
          leaver: 'are closed to a therapist at once when she leaves',
          exportLimits: 'has a limit per export',
        },
        'whose client she is goes on naming who left, until somebody else serves her or a policy or a manager says so',
      ),
    ],
    [
      '54',
      'audited regularly',
      'who did and read what, over all services',
      shown({ audit: 'tells who did what' }),
    ],
    [
      '55, 56',
      'impact is assessed before, and that is kept for 3 years',
      'documents of the kind `impact-assessment`: every version stays',
      shown(
        {
          documents: 'keeps assessments and the register of processing, every version',
          processors: 'is assessed before it begins',
        },
        'of all but agreements with processors, whether it was made before is the chain’s own',
      ),
    ],
    [
      '57',
      'a leak is told at once: what, why, whose',
      'incidents: whom they affect, by who was read by which accounts when; who was told, when and by what',
      shown(
        {
          incidents: 'affects whoever these accounts read in that time',
          incidentClocks: 'run out after 4 and after 72 hours',
        },
        'nothing is drafted or sent from here',
      ),
    ],
    [
      '69',
      'the salon proves that it did no wrong',
      'the log: nothing is changed afterwards, and each piece has a hash',
      shown({ seals: 'is checked piece by piece', audit: 'says by which hash each log can be known again' }),
    ],
  ],
};
