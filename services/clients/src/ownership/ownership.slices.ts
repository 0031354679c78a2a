import { AssignOwnerController } from './assign-owner/assign-owner.controller.js';
import { AssignOwnerHandler } from './assign-owner/assign-owner.handler.js';
import { ClientOwnerController } from './client-owner/client-owner.controller.js';
import { ClientOwnersController } from './client-owners/client-owners.controller.js';
import { OwnershipQuery } from './ownership.query.js';
import { ReleaseOwnerController } from './release-owner/release-owner.controller.js';
import { ReleaseOwnerHandler } from './release-owner/release-owner.handler.js';

export const ownershipSlices = {
  controllers: [AssignOwnerController, ReleaseOwnerController, ClientOwnerController, ClientOwnersController],
  providers: [OwnershipQuery, AssignOwnerHandler, ReleaseOwnerHandler],
};
