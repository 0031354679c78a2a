import { clientStream } from '../client-stream/client-stream.projection.js';
import { CopiedPictureController } from './copied-picture/copied-picture.controller.js';
import { HeldElsewhereQuery } from './held-elsewhere.query.js';
import { HeldHereQuery } from './held-here.query.js';
import { PersonalDataCopyController } from './personal-data-copy/personal-data-copy.controller.js';
import { PersonalDataCopyQuery } from './personal-data-copy/personal-data-copy.query.js';

export const personalDataSlices = {
  controllers: [PersonalDataCopyController, CopiedPictureController],
  providers: [HeldHereQuery, HeldElsewhereQuery, PersonalDataCopyQuery],
  views: [clientStream],
};
