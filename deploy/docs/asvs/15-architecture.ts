import { shown, written, type Chapter } from './requirement.js';

export const architecture: Chapter = {
  title: 'Secure coding and architecture',
  requirements: {
    'V15.1.1': [1, 'how soon packages are updated is documented', written('security', 'Packages')],
    'V15.1.2': [
      2,
      'an inventory of packages',
      shown(
        { forbidden: 'that the list of packages does not name' },
        '`package-lock.json` is the inventory; no SBOM in a standard form is made of it',
      ),
    ],
    'V15.1.3': [2, 'what costs much is documented', written('security', 'Guessing and flooding')],
    'V15.2.1': [
      1,
      'no package is overdue',
      shown(
        { overduePackages: 'fail the build for a known fault that is' },
        'where a registry answers; lesser faults are named, and their 60 days are for people to count; nothing tells how old a version is',
      ),
    ],
    'V15.2.2': [
      2,
      'what costs much is held back',
      shown({
        gate: 'lets nobody try passwords without end from one address',
        exportLimits: 'has a limit per export',
        workbooks: 'come in batches, so that a long sheet is never held whole',
      }),
    ],
    'V15.2.3': [2, 'no test code in production', shown({ forbidden: 'nor its tests' })],
    'V15.3.1': [
      1,
      'needed fields alone',
      shown({ fuzz: 'requests as described', clientFile: 'shows each role what it needs' }),
    ],
    'V15.3.2': [2, 'calls follow no redirects', shown({ oidc: 'are said to be elsewhere' })],
    'V15.3.3': [2, 'no field that is not meant', shown({ http: 'an unknown field' })],
    'V15.3.4': [2, 'the caller’s address is right', shown({ gate: 'counts by the address that it names' })],
    'V15.3.5': [
      2,
      'types are strict',
      shown({ http: 'money in words', forbidden: 'compares without types' }),
    ],
    'V15.3.6': [
      2,
      'no prototype is polluted',
      shown({ http: 'a prototype', clientFile: 'of sections that there are' }),
    ],
    'V15.3.7': [2, 'no parameter twice', shown({ http: 'or a question nobody knows' })],
  },
};
