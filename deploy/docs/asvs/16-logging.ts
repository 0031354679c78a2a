import { shown, written, type Chapter } from './requirement.js';

export const logging: Chapter = {
  title: 'Security logging and error handling',
  requirements: {
    'V16.1.1': [2, 'logs are documented', written('security', 'What is logged')],
    'V16.2.1': [
      2,
      'lines say when, where, who, what',
      shown(
        { log: 'who asked for what, and in which trace' },
        'what nobody asked for, such as a loop that fails, names nobody',
      ),
    ],
    'V16.2.2': [
      2,
      'times are UTC, clocks agree',
      shown(
        { health: 'ms off, says so, and warns once' },
        'the gateway, which has no database, compares nothing',
      ),
    ],
    'V16.2.3': [
      2,
      'logs go to documented places alone',
      shown({ forbidden: 'writes anywhere but to the log' }),
    ],
    'V16.2.4': [2, 'logs can be read by programs', shown({ log: 'is what nobody foresaw, whole' })],
    'V16.2.5': [
      2,
      'nothing sensitive is logged',
      shown(
        { log: 'is nothing of what a body holds' },
        'the made-up password of the first start, good for a week, is printed once: in a container to its log',
      ),
    ],
    'V16.3.1': [
      2,
      'sign-ins are logged',
      shown({
        attempts: 'is recorded with its session and by which ways',
        signInLog: 'is a line of the log where it fails',
      }),
    ],
    'V16.3.2': [
      2,
      'refusals are logged',
      shown({ log: 'is who was not let in, or not further, and where', privacy: 'and who was refused them' }),
    ],
    'V16.3.3': [
      2,
      'attempts to get around are logged',
      shown({ log: 'is who sends what is malformed, too large' }),
    ],
    'V16.3.4': [2, 'failures are logged', shown({ log: 'is what nobody foresaw, whole' })],
    'V16.4.1': [2, 'no forged lines', shown({ log: 'is one line for one thing, whatever letters come in' })],
    'V16.4.2': [
      2,
      'logs cannot be changed',
      shown(
        { seals: 'is checked piece by piece', sentLines: 'are those that are written, letter for letter' },
        'a line that a collector has is out of reach of who runs the service, if others run the collector; until then, and where none is named, who is root there can change it',
      ),
    ],
    'V16.4.3': [
      2,
      'logs are kept elsewhere, too',
      shown(
        {
          sentLines: 'wait while it is away, and come in their order when it is back',
          traces: 'has beside it every line of the log, up to the last',
        },
        'where `LIREN_LOGS_ENDPOINT` names a collector, whose it is to watch and to wake somebody; what it misses for longer than 8 MiB of lines, or when a service is killed, is on standard output alone',
      ),
    ],
    'V16.5.1': [
      2,
      'errors tell nothing of the inside',
      shown({ http: 'says what went wrong:', fuzz: 'requests as described' }),
    ],
    'V16.5.2': [
      2,
      'others may be away',
      shown({
        outages: 'while reporting is stopped',
        health: 'cannot while its database',
        oidcFromOutside: 'is answered with 503',
      }),
    ],
    'V16.5.3': [
      2,
      'failing is closed, not open',
      shown({
        transact: 'appends nothing when it refuses or fails',
        tokens: 'cannot be said while stores was never reached',
      }),
    ],
  },
};
