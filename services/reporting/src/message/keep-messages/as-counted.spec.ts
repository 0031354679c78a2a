import { contractOf } from '#contracts/catalogue';
import * as told from '../../testing/message.builders.js';
import { REPORTED } from '../reported-types.js';
import { asCounted, CLIENT_IDS } from './as-counted.js';

const countedAs = (clientId: string): string => `counted ${clientId.slice(-1)}`;
const [visitId, clientId, otherId] = ['a', 'c', 'd'].map(
  (last) => `01900000-0000-7000-8000-00000000000${last}`,
);

/** Ids in contracts that are nobody’s. */
const OF_NOBODY = ['complaintId', 'referralId', 'returnId', 'sourceId', 'taskId', 'visitId'];

describe('what is kept of a message', () => {
  it('has each client by the id that she is counted by, and all else as it was told', () => {
    const { data } = told.visitCompleted();
    const kept = asCounted({ subject: `visit:${visitId}`, data }, countedAs);
    expect(kept.subject).toBe(`visit:${visitId}`);
    expect(JSON.parse(kept.data)).toEqual({ ...data, clientId: 'counted c' });
  });

  it('has nobody where nobody is told of', () => {
    const { data } = told.visitCompleted({ clientId: null });
    expect(JSON.parse(asCounted({ subject: `visit:${visitId}`, data }, countedAs).data)).toEqual(data);
  });

  it('has her so in the name of a stream, and deep within', () => {
    const data = { introducerId: clientId, introducedId: otherId, rewards: [{ clientId, points: 1 }] };
    expect(asCounted({ subject: `referral:${otherId}`, data }, countedAs)).toEqual({
      subject: 'referral:counted d',
      data: '{"introducerId":"counted c","introducedId":"counted d","rewards":[{"clientId":"counted c","points":1}]}',
    });
  });

  it('leaves out no client: of every id in what is listened to it is known whose it is', () => {
    const ids = new Set(REPORTED.flatMap((type) => uuidsIn(contractOf(type)!.data.toJSONSchema() as Schema)));
    expect([...ids].filter((field) => !CLIENT_IDS.has(field)).sort()).toEqual(OF_NOBODY);
    expect([...CLIENT_IDS].filter((field) => !ids.has(field))).toEqual([]);
  });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
}

/** Fields, however deep, that are UUIDs. */
const uuidsIn = ({ properties = {}, items, anyOf = [] }: Schema): string[] => [
  ...Object.entries(properties).flatMap(([field, schema]) => [
    ...([schema, ...(schema.anyOf ?? [])].some(({ format }) => format === 'uuid') ? [field] : []),
    ...uuidsIn(schema),
  ]),
  ...(items === undefined ? [] : uuidsIn(items)),
  ...anyOf.flatMap(uuidsIn),
];
