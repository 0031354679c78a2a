export interface Sentences {
  sentence: string;
  sentenceZh: string;
}

interface Earned {
  readonly day: string;
  readonly lineId: string;
  readonly points: number;
  readonly paidMinor: number;
  readonly currency: string;
  readonly minorPerPoint: number;
}

export const earnedSentences = ({
  day,
  lineId,
  points,
  paidMinor,
  currency,
  minorPerPoint,
}: Earned): Sentences => {
  const [paid, paidZh] = money(paidMinor, currency);
  const [step, stepZh] = money(minorPerPoint, currency);
  return {
    sentence: `Visit on ${day}, line ${lineId}: ${paid} paid, 1 point for each whole ${step}, ${inPoints(points)} earned.`,
    sentenceZh: `${day} 到店消费,明细 ${lineId} 实付 ${paidZh},每满 ${stepZh} 积 1 分,获得 ${points} 积分。`,
  };
};

export const returnedSentences = (day: string, lineId: string, points: number): Sentences => ({
  sentence: `Return on ${day}, line ${lineId}: ${inPoints(points)} taken back.`,
  sentenceZh: `${day} 退货,明细 ${lineId} 扣回 ${points} 积分。`,
});

export const rewardedSentences = (day: string, points: number): Sentences => ({
  sentence: `Referral rewarded on ${day}: ${inPoints(points)} earned.`,
  sentenceZh: `${day} 推荐奖励,获得 ${points} 积分。`,
});

export const undoneSentences = (day: string, points: number): Sentences => ({
  sentence: `Referral undone on ${day} with the visit it was rewarded for: ${inPoints(points)} taken back.`,
  sentenceZh: `${day} 推荐奖励所依据的消费已退,扣回 ${points} 积分。`,
});

const inPoints = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

const money = (minor: number, currency: string): [string, string] => {
  const [english, chinese] = formatsOf(currency);
  const { maximumFractionDigits: digits = 2 } = english.resolvedOptions();
  const major = minor / 10 ** digits;
  return [english.format(major), chinese.format(major)];
};

type Formats = readonly [Intl.NumberFormat, Intl.NumberFormat];

/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Formats>();

const formatsOf = (currency: string): Formats => {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const style = { style: 'currency', currency } as const;
  const made = [new Intl.NumberFormat('en', style), new Intl.NumberFormat('zh-CN', style)] as const;
  formats.set(currency, made);
  return made;
};
