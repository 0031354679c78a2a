import type { Fold, Projection } from '#libs/event-sourcing';
import type { ReportedMessage } from '../../message/message.js';
import { DEFINITION_VERSION, metricDeltas, type Delta } from '../metric-definitions.js';

export interface MetricDeltaRow {
  /** `<position>.<place>`. */
  id: string;
  metric: string;
  definitionVersion: number;
  storeId: string;
  /** The store's day it counts on. */
  occurredOn: string;
  /** When the service that told it had learned of it. */
  recordedAt: string;
  /** Position of the message among those kept. */
  position: number;
  clientId: string | null;
  delta: number;
}

type Type = ReportedMessage['type'];

const entered =
  <T extends Type>(type: T): Fold<Extract<ReportedMessage, { type: T }>, MetricDeltaRow> =>
  ({ data, position, recordedAt }, rows) => {
    const deltas = (metricDeltas[type] as (data: unknown) => readonly Delta[])(data);
    deltas.forEach(({ metric, storeId, occurredOn, delta, clientId = null }, at) => {
      const id = `${position}.${at}`;
      const definitionVersion = DEFINITION_VERSION;
      rows.set(id, {
        id,
        metric,
        definitionVersion,
        storeId,
        occurredOn,
        recordedAt,
        position,
        clientId,
        delta,
      });
    });
  };

/** Every metric as a ledger of deltas: a report on any day, as known at any moment, is a sum of these. */
export const metricLedger: Projection<ReportedMessage, MetricDeltaRow> = {
  name: 'metric_delta',
  columns: {
    id: 'text',
    metric: 'text not null',
    definitionVersion: 'integer not null',
    storeId: 'text not null',
    occurredOn: 'date not null',
    recordedAt: 'timestamptz not null',
    position: 'bigint not null',
    clientId: 'text',
    delta: 'bigint not null',
  },
  key: 'id',
  store: 'storeId',
  indexes: ['"occurredOn"'],
  on: Object.fromEntries(
    (Object.keys(metricDeltas) as Type[]).map((type) => [type, entered(type)]),
  ) as unknown as Projection<ReportedMessage, MetricDeltaRow>['on'],
};
