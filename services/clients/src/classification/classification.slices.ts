import { ClientClassificationController } from './client-classification/client-classification.controller.js';
import { ClientValuesController } from './client-values/client-values.controller.js';
import { ClientValuesQuery } from './client-values/client-values.query.js';

export const classificationSlices = {
  controllers: [ClientClassificationController, ClientValuesController],
  providers: [ClientValuesQuery],
};
