import { shown, written, type Chapter } from './requirement.js';

export const businessLogic: Chapter = {
  title: 'Validation and business logic',
  requirements: {
    'V2.1.1': [1, 'rules of input are documented', written('security', 'What comes in')],
    'V2.1.2': [2, 'what must fit together is documented', written('security', 'What comes in')],
    'V2.1.3': [2, 'limits of business are documented', written('security', 'Guessing and flooding')],
    'V2.2.1': [
      1,
      'input is validated by what is allowed',
      shown({ http: 'refuses what is not well formed', fuzz: 'requests as described' }),
    ],
    'V2.2.2': [1, 'the server validates', shown({ badInput: 'with a field nobody knows' })],
    'V2.2.3': [
      2,
      'fields that belong together are checked together',
      shown({
        recordVisit: 'payments that do not add up to the bill',
        returnGoods: 'a line of another visit',
      }),
    ],
    'V2.3.1': [
      1,
      'steps come in their order',
      shown({
        closeComplaint: 'refuses one that is not answered yet',
        returnGoods: 'that were not bought yet',
      }),
    ],
    'V2.3.2': [
      2,
      'limits of business hold',
      shown({ returnGoods: 'refuses more than is left', exportLimits: 'has a limit within 24 hours' }),
    ],
    'V2.3.3': [
      2,
      'all or nothing',
      shown({ transact: 'changes all of them or none', badInput: 'is refused: a return' }),
    ],
    'V2.3.4': [
      2,
      'nothing is given away twice',
      shown({
        claims: 'go to one of many who ask at the same time',
        badInput: 'one return of twenty',
      }),
    ],
    'V2.4.1': [
      2,
      'automated calls are held back',
      shown({
        readingLimit: 'ends for an hour where one account reads more than anybody needs',
        gate: 'lets nobody try passwords without end from one address',
        exportLimits: 'has a limit per export',
      }),
    ],
  },
};
