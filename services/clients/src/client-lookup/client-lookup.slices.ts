import { ClientLookUps } from './look-up-client/client-look-ups.process.js';
import { LookUpClientController } from './look-up-client/look-up-client.controller.js';
import { LookUpClientHandler } from './look-up-client/look-up-client.handler.js';

export const clientLookupSlices = {
  controllers: [LookUpClientController],
  providers: [LookUpClientHandler, ClientLookUps],
};
