import { ReplaceDataKeysController } from './replace-data-keys/replace-data-keys.controller.js';
import { ReplaceDataKeysHandler } from './replace-data-keys/replace-data-keys.handler.js';
import { RewrapKeysProcess } from './rewrap-keys.process.js';

export const subjectKeySlices = {
  controllers: [ReplaceDataKeysController],
  providers: [ReplaceDataKeysHandler, RewrapKeysProcess],
};
