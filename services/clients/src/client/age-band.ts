import type { Words } from './handling-advice.js';

/** The handbooks' age bands with what to expect of them (CL-10, 11); shown to whoever advises her, never decided by. */
export interface AgeBand {
  readonly from: number;
  readonly name: string;
  readonly expect: Words;
}

export const AGE_BANDS: readonly AgeBand[] = [
  {
    from: 35,
    name: '35+',
    expect: { zh: '有经济能力、有事业，但较理性', en: 'Able to pay and settled, and rather rational' },
  },
  {
    from: 25,
    name: '25-34',
    expect: { zh: '有经济条件、自身发展不错，最需要保养', en: 'Has the means, and needs care most' },
  },
  {
    from: 20,
    name: '20-24',
    expect: { zh: '刚工作，消费不会太高', en: 'Has just begun to work and spends little' },
  },
];

/** Whole years on a day; both days as `yyyy-mm-dd`. */
export const ageOn = (birthday: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
};

/** By her birthday, else by the age she says; null for the youngest and where neither is known. */
export const ageBandOf = (
  { birthday, age }: { readonly birthday?: string | undefined; readonly age?: number | undefined },
  today: string,
  bands = AGE_BANDS,
): AgeBand | null => {
  const years = birthday === undefined ? age : ageOn(birthday, today);
  return bands.find(({ from }) => years !== undefined && years >= from) ?? null;
};
