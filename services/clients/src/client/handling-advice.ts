/** A sentence in both languages of the console. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** How the handbooks advise to treat each personality (CL-53 to 56). */
export const PERSONALITY_ADVICE: Readonly<Record<string, Words>> = {
  impulsive: {
    zh: '做活动时划为重点顾客；讲清条款，避免事后反悔。',
    en: 'A key client in campaigns; say the terms plainly, so that she does not regret it.',
  },
  passive: {
    zh: '不要催促她做决定，给她时间和明确的建议。',
    en: 'Do not press her to decide; give her time and one clear suggestion.',
  },
  'novelty-seeking': {
    zh: '新项目、新产品先告诉她。',
    en: 'Tell her first of what is new.',
  },
  comparing: {
    zh: '用事实和对比说明差别，不贬低同行。',
    en: 'Show the difference by facts; never run others down.',
  },
  trial: {
    zh: '先体验后购买，及时回访体验感受。',
    en: 'Let her try before she buys, and ask soon how it was.',
  },
  lonely: {
    zh: '多陪伴、多倾听，记住她说过的事。',
    en: 'Keep her company and listen; remember what she told.',
  },
  companion: {
    zh: '找到同来姐妹中的领袖人物，服务好她；尽量安排在一起。',
    en: 'Find the leader of her friends and serve her well; seat them together.',
  },
};

/** The same for what moves her to buy (CL-52). */
export const BUYING_ADVICE: Readonly<Record<string, Words>> = {
  vanity: {
    zh: '真诚赞美，突出品位与专属。',
    en: 'Praise honestly; point out taste and what is made for her.',
  },
  belonging: {
    zh: '让她感到是自己人，邀请参加会员活动。',
    en: 'Let her feel at home; ask her to members’ events.',
  },
  fear: {
    zh: '讲清安全与效果依据，不渲染恐惧。',
    en: 'Explain what is safe and why it works; never frighten her.',
  },
  comparing: {
    zh: '介绍相近顾客的选择与效果，不透露他人信息。',
    en: 'Tell what clients like her chose and how it went, never who they are.',
  },
};

export interface Advice {
  readonly about: string;
  readonly advice: Words;
}

export const adviceFor = ({
  personalities = [],
  buyingTypes = [],
}: {
  readonly personalities?: readonly string[] | undefined;
  readonly buyingTypes?: readonly string[] | undefined;
}): Advice[] => [
  ...personalities.map((about) => ({ about, advice: PERSONALITY_ADVICE[about]! })),
  ...buyingTypes.map((about) => ({ about, advice: BUYING_ADVICE[about]! })),
];
