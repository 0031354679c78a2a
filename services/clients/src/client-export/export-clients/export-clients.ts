import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ClientsExported } from '../client-export.events.js';
import { toWhom, type ClientExport } from '../client-export.js';
import { agreementChanged } from '../given-to.js';
import type { ExportPolicy } from './export-policy.js';

export class ExportClients {
  constructor(readonly data: ClientsExported['data'] & { readonly exportedAt: string }) {}
}

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/** What is taken out is counted, by person: in one export, and within 24 hours. */
export const exportClients =
  (policy: ExportPolicy): Decide<ExportClients, ClientExport, ClientsExported> =>
  ({ data: { exportedAt, ...data } }, { taken }) => {
    if (taken.some(({ exportId }) => exportId === data.exportId)) return [];
    const { rowsPerExport, rowsPerDay } = data.role === 'hq-admin' ? policy.headquarters : policy.others;
    const { rows, storeId } = data;
    if (rows > rowsPerExport) {
      const sentence = 'These are more files than one export may hold. Take fewer stores at once.';
      throw new Rejection('export-too-large', sentence, { rows, most: rowsPerExport });
    }
    const left = rowsPerDay - rowsOfLastDay(taken, exportedAt);
    if (rows > left) {
      const sentence = 'These are more files than you may still take out within 24 hours.';
      throw new Rejection('export-limit-reached', sentence, { rows, left: Math.max(0, left) });
    }
    return [
      { type: 'ClientsExported', occurredAt: exportedAt, storeId, policyVersion: policy.version, data },
    ];
  };

/**
 * Asked again for an hour, for answers get lost; later, or under another agreement, it would be a new export that nobody
 * counts. Stands apart from the decision, which a request that is known gets past.
 */
export const refuseOver = ({ data }: ExportClients, { taken }: ClientExport): void => {
  const { exportId, exportedAt, processor } = data;
  const before = taken.find((one) => one.exportId === exportId);
  if (before === undefined) return;
  if (Date.parse(exportedAt) - Date.parse(before.at) >= HOUR_MS)
    throw new Rejection('export-over', 'This export is over. Ask for a new one, under a new key.', {
      exportId,
    });
  if (processor && before.to !== toWhom(data)) throw agreementChanged(processor.processorId);
};

/** What a clock that went wrong puts in the time to come counts, too. */
const rowsOfLastDay = (taken: ClientExport['taken'], now: string): number =>
  taken
    .filter(({ at }) => Date.parse(at) > Date.parse(now) - DAY_MS)
    .reduce((sum, { rows }) => sum + rows, 0);
