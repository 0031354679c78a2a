import { ClassSizesController } from './class-sizes/class-sizes.controller.js';
import { ClassSizesQuery } from './class-sizes/class-sizes.query.js';
import { ClassedClientsController } from './classed-clients/classed-clients.controller.js';
import { ClientClassificationController } from './client-classification/client-classification.controller.js';
import { ClientValuesController } from './client-values/client-values.controller.js';
import { ClientValuesQuery } from './client-values.query.js';
import { CountedClientsQuery } from './counted-clients.query.js';
import { ValueSizesController } from './value-sizes/value-sizes.controller.js';

export const classificationSlices = {
  controllers: [
    ClientClassificationController,
    ClassedClientsController,
    ClassSizesController,
    ClientValuesController,
    ValueSizesController,
  ],
  providers: [ClientValuesQuery, CountedClientsQuery, ClassSizesQuery],
};
