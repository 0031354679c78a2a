import { na, shown, written, type Chapter } from './requirement.js';

export const files: Chapter = {
  title: 'File handling',
  requirements: {
    'V5.1.1': [2, 'types and sizes of uploads are documented', written('imports', 'What files are taken')],
    'V5.2.1': [
      1,
      'no upload is too large',
      shown({ historyImport: 'refuses a file that is larger than it may be', workbooks: 'come in batches' }),
    ],
    'V5.2.2': [
      1,
      'a file is what its name says',
      shown({ historyImport: 'a name of another kind', rows: 'is said to be a workbook and is none' }),
    ],
    'V5.2.3': [
      2,
      'unpacking has limits',
      shown({
        rows: 'is larger unpacked than any that is taken, or in more parts',
        workbooks: 'when a small file unzips to more',
      }),
    ],
    'V5.3.1': [1, 'no upload is run', na('no upload can be asked for again')],
    'V5.3.2': [
      1,
      'paths are not made of names that users give',
      shown({ historyImport: 'keeps an upload under a name of its own' }),
    ],
    'V5.4.1': [
      2,
      'a download has a name of ours',
      shown({ clientExports: 'answers a spreadsheet, of one store' }),
    ],
    'V5.4.2': [
      2,
      'names of downloads are encoded',
      shown({ clientExports: 'answers a spreadsheet, of one store' }),
    ],
    'V5.4.3': [2, 'uploads are scanned', na('no upload is given to anybody; it is read, then removed')],
  },
};
