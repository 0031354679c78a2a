import type { MedicalLicence } from '#contracts/stores/medical';
import type { StoreChanged, StoreOpened } from '../store/store.events.js';

export const aStoreOpened = (data: Partial<StoreOpened['data']> = {}): StoreOpened => ({
  type: 'StoreOpened',
  occurredAt: '2026-03-01T01:00:00.000Z',
  storeId: data.storeId ?? 'sh-01',
  data: {
    storeId: 'sh-01',
    name: 'Jing’an Temple',
    region: 'Shanghai',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    legalEntity: 'Liren Beauty Co., Ltd.',
    grade: 'A',
    ...data,
  },
});

export const aStoreChanged = (data: Partial<StoreChanged['data']> = {}): StoreChanged => ({
  type: 'StoreChanged',
  occurredAt: '2026-03-20T01:00:00.000Z',
  storeId: data.storeId ?? 'sh-01',
  data: {
    storeId: 'sh-01',
    effectiveFrom: '2026-04-01',
    reason: 'yearly-review',
    changes: { grade: 'AA' },
    ...data,
  },
});

/** For dermatology, good to the end of the year. */
export const aLicenceRecorded = ({
  effectiveFrom = '2026-01-01',
  ...licence
}: Partial<MedicalLicence> & { effectiveFrom?: string } = {}): StoreChanged =>
  aStoreChanged({
    effectiveFrom,
    reason: 'licensed',
    changes: {
      medicalLicence: {
        number: 'PDY12345631010619D2152',
        issuedBy: '静安区卫生健康委员会',
        subjects: ['cosmetic-dermatology'],
        until: '2026-12-31',
        ...licence,
      },
    },
  });

export const aLicenceEnded = ({ effectiveFrom = '2026-06-01' } = {}): StoreChanged =>
  aStoreChanged({ effectiveFrom, reason: 'suspended', changes: { medicalLicence: null } });
