import { CarePictureComparisonController } from './care-picture-comparison/care-picture-comparison.controller.js';
import { CarePictureFileController } from './care-picture-file/care-picture-file.controller.js';
import { CarePictureListController } from './care-picture-list/care-picture-list.controller.js';
import { CarePicturesQuery } from './care-pictures.query.js';
import { SealedPictures } from './sealed-pictures.process.js';
import { StrikeCarePictureController } from './strike-care-picture/strike-care-picture.controller.js';
import { StrikeCarePictureHandler } from './strike-care-picture/strike-care-picture.handler.js';
import { SweepPicturesProcess } from './sweep-pictures/sweep-pictures.process.js';
import { TakeCarePictureController } from './take-care-picture/take-care-picture.controller.js';
import { TakeCarePictureHandler } from './take-care-picture/take-care-picture.handler.js';

export const carePictureSlices = {
  controllers: [
    TakeCarePictureController,
    StrikeCarePictureController,
    CarePictureListController,
    CarePictureComparisonController,
    CarePictureFileController,
  ],
  providers: [
    SealedPictures,
    CarePicturesQuery,
    TakeCarePictureHandler,
    StrikeCarePictureHandler,
    SweepPicturesProcess,
  ],
};
