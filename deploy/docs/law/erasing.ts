import { na, shown } from '../asvs/requirement.js';
import type { Part } from './rule.js';

export const erasing: Part = {
  title: 'Erasing a person from a log that is never changed',
  about: 'The design, and the ways in which it could fail.',
  rules: [
    [
      'keys',
      'AES-256-GCM or ChaCha20-Poly1305 by keys of her own, bound to their place, wrapped by another key',
      'the vault, and envelopes',
      shown({
        keys: 'open with their key, in their place',
        vault: 'destroys all keys of a person for ever, and no one else’s',
      }),
    ],
    [
      'purposes',
      'a key for each purpose, so that one consent’s data can go alone',
      'contact, file, health, photos',
      shown(
        { vault: 'gives the keys of many for one purpose' },
        'a withdrawn consent closes what it opened; its key is destroyed with her others alone',
      ),
    ],
    [
      'looked up',
      'by an index that is keyed, and gone when she is erased',
      'claims of the log',
      shown({ clientErasure: 'leaves nobody to find, and her phone to whoever has it now' }),
    ],
    [
      '1',
      'nothing in plain in views',
      'views hold ids and codes',
      shown({ erasure: 'lie nowhere, in no way' }),
    ],
    ['2', 'nor in snapshots', '', na('folded states are in memory alone')],
    [
      '3',
      'nor in Kafka: values, keys, headers',
      'contracts have no personal field',
      shown({ clients: 'not in a table, not in a message', erasure: 'a file, a log or a topic' }),
    ],
    ['4', 'nor in lines of logs', 'ids alone', shown({ log: 'is nothing of what a body holds' })],
    [
      '5',
      'a backup that is restored brings nobody back',
      'the file of erasures, carried out again at the start',
      shown({ clientErasure: 'holds against a backup that is restored' }),
    ],
    [
      '6',
      'exports and the search index lose her',
      'rows are read from the log as they are written; the index is built without her',
      shown(
        {
          erasure: 'leave with no spreadsheet any more',
          clientSearch: 'is rebuilt as it is, and without whoever is erased',
        },
        'a spreadsheet that left before is where it is; her access log says with whom',
      ),
    ],
    [
      '7',
      'what tells of two people',
      'each is erased where it tells of her; free text is in her own sealed file',
      shown(
        { copy: 'tells of one who was erased what stays, of nobody' },
        'what somebody wrote of another in a client’s own file is not found',
      ),
    ],
    [
      '8',
      'no hash that can be tried out',
      'HMAC by a key that is sealed',
      shown({ vault: 'finds phones by the same index', clients: 'keeps who she is nowhere in plain' }),
    ],
    [
      '9',
      'keys are backed up, for a time that is said',
      '`LIREN_BACKUP_DAYS`, on the certificate',
      shown({ clientErasure: 'says on the certificate who has acknowledged it' }),
    ],
    [
      '10',
      'no key outlives its destruction in memory',
      'keys are read anew at each use',
      shown({ clients: 'reads one whose key is destroyed as erased' }),
    ],
    [
      '11',
      'an id that stays, with a pattern of visits, may still tell who it was',
      'what is counted knows her by another id, made with a key that reporting alone has',
      shown(
        {
          erasure: 'are nobody in what is counted',
          countedAs: 'are nowhere by an id that they have anywhere else',
        },
        'her visits stay together, so that reports stay as they were; topics name clients by the id that stays, and are for services',
      ),
    ],
    ['12', 'money stays, of nobody', 'ledgers by id', shown({ erasure: 'leave every total as it was' })],
    [
      'canary',
      'a hundred people, fifty erased, looked for in every way in all that is kept',
      '',
      shown(
        { erasure: 'are erased with a certificate that every service has acknowledged' },
        'backups made before are not waited for',
      ),
    ],
  ],
};
