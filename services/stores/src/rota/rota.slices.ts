import { CircumstancesQuery } from './circumstances.query.js';
import { PublishRotaController } from './publish-rota/publish-rota.controller.js';
import { PublishRotaHandler } from './publish-rota/publish-rota.handler.js';
import { RotaOfWeekController } from './rota-of-week/rota-of-week.controller.js';
import { RotaOfWeekQuery } from './rota-of-week/rota-of-week.query.js';

export const rotaSlices = {
  controllers: [PublishRotaController, RotaOfWeekController],
  providers: [CircumstancesQuery, PublishRotaHandler, RotaOfWeekQuery],
};
