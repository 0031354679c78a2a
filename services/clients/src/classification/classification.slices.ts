import { ClientClassificationController } from './client-classification/client-classification.controller.js';

export const classificationSlices = {
  controllers: [ClientClassificationController],
};
