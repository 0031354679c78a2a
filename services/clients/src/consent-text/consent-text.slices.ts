import { ConsentTextsQuery } from './consent-texts.query.js';
import { TextsInForceController } from './texts-in-force/texts-in-force.controller.js';

export const consentTextSlices = {
  controllers: [TextsInForceController],
  providers: [ConsentTextsQuery],
};
