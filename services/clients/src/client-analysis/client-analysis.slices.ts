import { analysedFile } from './analysed-file/analysed-file.projection.js';
import { AnalysedFilesQuery } from './analysed-files.query.js';
import { ClientsOfPersonalityController } from './clients-of-personality/clients-of-personality.controller.js';
import { departure } from './departures/departure.projection.js';
import { DeparturesController } from './departures/departures.controller.js';
import { DeparturesQuery } from './departures/departures.query.js';
import { PersonaController } from './persona/persona.controller.js';
import { PersonaQuery } from './persona/persona.query.js';
import { PersonalitySizesController } from './personality-sizes/personality-sizes.controller.js';
import { PersonalitySizesQuery } from './personality-sizes/personality-sizes.query.js';

export const clientAnalysisSlices = {
  controllers: [
    PersonalitySizesController,
    ClientsOfPersonalityController,
    PersonaController,
    DeparturesController,
  ],
  providers: [AnalysedFilesQuery, PersonalitySizesQuery, PersonaQuery, DeparturesQuery],
  views: [analysedFile, departure],
};
