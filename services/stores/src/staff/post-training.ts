import type { PolicyOf } from '#contracts/stores/policies';
import { addDays, addMonths } from '#libs/calendar';
import { Rejection } from '#libs/event-sourcing';
import type { Learned, Post } from './staff.events.js';

/** The policy `post-training` as it holds on a day, and its version; null where nothing is required. */
export interface PostTraining extends PolicyOf<'post-training'> {
  readonly version: string | null;
}

export const STANDINGS = ['missing', 'overdue', 'due-soon', 'done'] as const;

export interface TrainingStanding {
  readonly training: string;
  readonly lastCompletedOn: string | null;
  /** The last day on which what she learned is good; null for what is learned once, or not yet. */
  readonly dueOn: string | null;
  readonly standing: (typeof STANDINGS)[number];
}

/** So long before its last day a training is to be planned again. */
const SOON_DAYS = 30;

/** How it stands on a day with each training that a post asks for: 定期对员工进行专业培训. */
export const trainingsOf = (
  { required }: Pick<PostTraining, 'required'>,
  post: Post,
  learned: readonly Learned[],
  on: string,
): TrainingStanding[] =>
  required
    .filter((one) => one.post === post)
    .map(({ training, everyMonths }) => {
      const lastCompletedOn = lastOf(training, learned, on);
      const dueOn =
        lastCompletedOn === null || everyMonths === undefined
          ? null
          : addMonths(lastCompletedOn, everyMonths);
      const standing = lastCompletedOn === null ? 'missing' : standingOf(dueOn, on);
      return { training, lastCompletedOn, dueOn, standing };
    });

const lastOf = (training: string, learned: readonly Learned[], on: string): string | null =>
  learned
    .filter((one) => one.training === training && one.completedOn <= on)
    .map(({ completedOn }) => completedOn)
    .sort()
    .at(-1) ?? null;

const standingOf = (dueOn: string | null, on: string): TrainingStanding['standing'] => {
  if (dueOn === null) return 'done';
  if (dueOn < on) return 'overdue';
  return dueOn <= addDays(on, SOON_DAYS) ? 'due-soon' : 'done';
};

/** Refuses a post to who has not learned by then what it asks for, or learned it too long ago. */
export const checkTrained = (
  asked: PostTraining,
  post: Post,
  learned: readonly Learned[],
  on: string,
): void => {
  const missing = trainingsOf(asked, post, learned, on)
    .filter(({ standing }) => standing === 'missing' || standing === 'overdue')
    .map(({ training }) => training);
  if (missing.length === 0) return;
  throw new Rejection(
    'training-missing',
    'This post needs training that she does not have by then; as a trainee she can have it first.',
    { missing },
  );
};
