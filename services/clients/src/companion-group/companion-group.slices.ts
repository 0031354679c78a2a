import { ArrangeCompanionsController } from './arrange-companions/arrange-companions.controller.js';
import { ArrangeCompanionsHandler } from './arrange-companions/arrange-companions.handler.js';
import { CompanionGroupController } from './companions/companion-group.controller.js';
import { companionGroups } from './companions/companion-group.projection.js';
import { CompanionsController } from './companions/companions.controller.js';
import { CompanionsQuery } from './companions/companions.query.js';

export const companionGroupSlices = {
  controllers: [ArrangeCompanionsController, CompanionGroupController, CompanionsController],
  providers: [ArrangeCompanionsHandler, CompanionsQuery],
  views: [companionGroups],
};
