import { AffectedClientsController } from './affected-clients/affected-clients.controller.js';
import { accountReading } from './affected-clients/account-reading.projection.js';
import { AffectedClientsQuery } from './affected-clients.query.js';
import { CloseIncidentController } from './close-incident/close-incident.controller.js';
import { CloseIncidentHandler } from './close-incident/close-incident.handler.js';
import { IncidentListController } from './incident-list/incident-list.controller.js';
import { incidentList } from './incident-list/incident-list.projection.js';
import { IncidentListQuery } from './incident-list/incident-list.query.js';
import { IncidentPageController } from './incident-page/incident-page.controller.js';
import { RecordIncidentController } from './record-incident/record-incident.controller.js';
import { RecordIncidentHandler } from './record-incident/record-incident.handler.js';
import { ScopeIncidentController } from './scope-incident/scope-incident.controller.js';
import { ScopeIncidentHandler } from './scope-incident/scope-incident.handler.js';
import { TellOfIncidentController } from './tell-of-incident/tell-of-incident.controller.js';
import { TellOfIncidentHandler } from './tell-of-incident/tell-of-incident.handler.js';

export const incidentSlices = {
  controllers: [
    RecordIncidentController,
    IncidentListController,
    IncidentPageController,
    ScopeIncidentController,
    TellOfIncidentController,
    CloseIncidentController,
    AffectedClientsController,
  ],
  providers: [
    RecordIncidentHandler,
    ScopeIncidentHandler,
    TellOfIncidentHandler,
    CloseIncidentHandler,
    IncidentListQuery,
    AffectedClientsQuery,
  ],
  views: [incidentList, accountReading],
};
