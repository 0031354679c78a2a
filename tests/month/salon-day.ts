import { iso, STORES } from './calendar.js';
import { isTooLate } from './counted-goods.js';
import { isRefused } from './counted-referrals.js';
import type { Desk } from './desk.js';
import { complaints } from './lived-complaints.js';
import { introductions } from './lived-introductions.js';
import { callOf, clients, visits, type LivedVisit } from './lived-month.js';
import { returnedAt, returns } from './lived-returns.js';

/** What happens in the stores of a day, told over HTTP. */
export interface SalonDay {
  openStores(): Promise<void>;
  introduce(): Promise<void>;
  /** Of one client one after the other, of all of them at once. */
  tellVisits(): Promise<void>;
  takeBackGoods(): Promise<void>;
  /** By store, what staff are shown as due. */
  tasksShown(): Promise<Map<string, ShownTask[]>>;
  call(shown: ReadonlyMap<string, ShownTask[]>): Promise<void>;
  handleComplaints(): Promise<void>;
}

export interface ShownTask {
  readonly taskId: string;
  readonly visitId: string;
  readonly day: number;
}

const whose = ({ clientId, visitId }: LivedVisit): string => clientId ?? visitId;

export const salonDay = (opening: number, { post, get }: Desk): SalonDay => {
  const ofToday = <Told extends { toldIn: number | null }>(all: readonly Told[]): Told[] =>
    all.filter(({ toldIn }) => toldIn === opening);
  const tellVisit = ({ visitId, clientId, storeId, lines, completedAt }: LivedVisit) => {
    const bill = lines.map((line) => ({ ...line, itemId: 'facial-60' }));
    const amountMinor = lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
    const payments = [{ method: 'bank-card', amountMinor }];
    return post('visits', {
      ...{ visitId, storeId, lines: bill, payments, completedAt: iso(completedAt) },
      ...(clientId === null ? {} : { clientId }),
    });
  };
  return {
    openStores: async () => {
      for (const store of STORES) await post('stores', { ...store, name: store.storeId });
      await Promise.all(
        clients.map(({ clientId, at, number }) =>
          post('clients', { clientId, storeId: STORES[at]!.storeId, name: `Client ${number}` }),
        ),
      );
    },
    introduce: async () => {
      for (const introduction of ofToday(introductions)) {
        const { introducerId, introducedId, storeId } = introduction;
        const body = { introducerId, introducedId, storeId };
        await post('referrals', body, isRefused(introduction) ? 409 : 201);
      }
    },
    tellVisits: async () => {
      const told = ofToday(visits);
      await Promise.all(
        [...new Set(told.map(whose))].map(async (her) => {
          for (const visit of told.filter((one) => whose(one) === her)) await tellVisit(visit);
        }),
      );
    },
    takeBackGoods: async () => {
      for (const told of ofToday(returns)) {
        const { returnId, visit, lines } = told;
        const body = { returnId, lines, returnedAt: iso(returnedAt(told)) };
        await post(`visits/${visit.visitId}/returns`, body, isTooLate(told) ? 409 : 201);
      }
    },
    tasksShown: async () => {
      const shown = STORES.map(async ({ storeId }): Promise<[string, ShownTask[]]> => {
        const { body } = await get(`follow-ups?storeId=${storeId}&status=due&limit=500`);
        return [storeId, body['items'] as ShownTask[]];
      });
      return new Map(await Promise.all(shown));
    },
    call: async (shown) => {
      await Promise.all(
        [...shown.values()].flat().map(async ({ taskId, visitId, day }) => {
          const outcome = callOf(visitId, day);
          if (outcome !== null) await post(`follow-ups/${taskId}/contact`, { outcome });
        }),
      );
    },
    handleComplaints: async () => {
      const opened = complaints
        .filter(({ openedIn }) => openedIn === opening)
        .map(({ complaintId, storeId }) => post('complaints', { complaintId, storeId, channel: 'phone' }));
      const answered = ofToday(complaints).map(({ complaintId, answeredAt }) =>
        post(`complaints/${complaintId}/answer`, { answeredAt: iso(answeredAt!) }),
      );
      await Promise.all([...opened, ...answered]);
    },
  };
};
