import { shown, written, type Chapter } from './requirement.js';

export const authorization: Chapter = {
  title: 'Authorization',
  requirements: {
    'V8.1.1': [1, 'who may do what is documented', written('access', 'Who may do what')],
    'V8.1.2': [2, 'who may see which field is documented', written('security', 'Fields by role')],
    'V8.2.1': [1, 'functions by role', shown({ everyRole: 'in exactly where the table says' })],
    'V8.2.2': [
      1,
      'things by whose they are',
      shown({
        everyRole: 'what is of her own store, and nothing of another',
        scope: 'is neither seen nor decided about by others',
        fuzz: 'and nobody with what is not hers',
      }),
    ],
    'V8.2.3': [2, 'fields by role', shown({ clientFile: 'shows each role what it needs' })],
    'V8.3.1': [1, 'the server decides', shown({ everyRole: 'lets nobody in who has not signed in' })],
    'V8.4.1': [
      2,
      'no reach into another’s',
      shown(
        { rowSecurity: 'shows those of the stores named' },
        'stores of a chain; each chain runs its own Liren',
      ),
    ],
  },
};
