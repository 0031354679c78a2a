import { analysedFile } from './analysed-file/analysed-file.projection.js';
import { AnalysedFilesQuery } from './analysed-files.query.js';
import { ClientsOfPersonalityController } from './clients-of-personality/clients-of-personality.controller.js';
import { loss } from './losses/loss.projection.js';
import { LossesController } from './losses/losses.controller.js';
import { LossesQuery } from './losses/losses.query.js';
import { PersonaController } from './persona/persona.controller.js';
import { PersonaQuery } from './persona/persona.query.js';
import { PersonalitySizesController } from './personality-sizes/personality-sizes.controller.js';
import { PersonalitySizesQuery } from './personality-sizes/personality-sizes.query.js';

export const clientAnalysisSlices = {
  controllers: [
    PersonalitySizesController,
    ClientsOfPersonalityController,
    PersonaController,
    LossesController,
  ],
  providers: [AnalysedFilesQuery, PersonalitySizesQuery, PersonaQuery, LossesQuery],
  views: [analysedFile, loss],
};
