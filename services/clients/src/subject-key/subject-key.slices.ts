import { RewrapKeysProcess } from './rewrap-keys.process.js';

export const subjectKeySlices = {
  providers: [RewrapKeysProcess],
};
