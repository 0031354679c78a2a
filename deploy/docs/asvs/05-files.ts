import { na, open, shown, written, type Chapter } from './requirement.js';

export const files: Chapter = {
  title: 'File handling',
  requirements: {
    'V5.1.1': [2, 'types and sizes of uploads are documented', written('imports', 'What files are taken')],
    'V5.2.1': [
      1,
      'no upload is too large',
      open('a file may have 4 GB and no test sends more; nothing looks whether the disk holds it'),
    ],
    'V5.2.2': [
      1,
      'a file is what its name says',
      open('what is in a file is checked; a name ending in anything but .xlsx is not'),
    ],
    'V5.2.3': [
      2,
      'unpacking has limits',
      open('texts of a workbook have a limit; sheets, gzip and the number of parts have none'),
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
