import type { AnyMapping } from '../mapping/any-mapping.js';
import { scanClients } from './clients.js';
import type { Scan } from './grouped.js';
import type { SpreadsheetFile } from './mapped-rows.js';
import { scanVisits } from './visits.js';

/** Reads a file once, whatever it is of. */
export const scanFile = (file: SpreadsheetFile, mapping: AnyMapping): Promise<Scan> =>
  mapping.kind === 'clients' ? scanClients(file, mapping) : scanVisits(file, mapping);
