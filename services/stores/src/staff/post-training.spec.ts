import { checkTrained, trainingsOf } from './post-training.js';
import type { Learned } from './staff.events.js';

const required = [
  { post: 'front-desk', training: 'desk' },
  { post: 'front-desk', training: 'hygiene', everyMonths: 6 },
  { post: 'therapist', training: 'skin' },
];
const hygiene = (completedOn: string): Learned => ({ training: 'hygiene', completedOn });
const standing = (on: string, ...learned: readonly Learned[]) =>
  trainingsOf({ required }, 'front-desk', learned, on).map((one) => one.standing);

describe('what a post asks to be learned', () => {
  it('is missing until it was learned, and done for good where it need not be learned again', () => {
    expect(standing('2026-03-01')).toEqual(['missing', 'missing']);
    expect(standing('2036-03-01', { training: 'desk', completedOn: '2026-03-01' })[0]).toBe('done');
    expect(standing('2026-02-28', { training: 'desk', completedOn: '2026-03-01' })[0]).toBe('missing');
  });

  it('is to be learned again after so many months, and is planned a month before', () => {
    const on = (day: string) => standing(day, hygiene('2026-01-31'), hygiene('2025-06-01'))[1];
    expect(['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map(on)).toEqual([
      'done',
      'due-soon',
      'due-soon',
      'overdue',
    ]);
  });

  it('refuses the post to who learned it too long ago, and says what', () => {
    const desk = { training: 'desk', completedOn: '2026-01-31' };
    const check = (on: string) => () =>
      checkTrained({ required, version: null }, 'front-desk', [desk, hygiene('2026-01-31')], on);
    expect(check('2026-07-31')).not.toThrow();
    expect(check('2026-08-01')).toThrow(
      expect.objectContaining({ code: 'training-missing', context: { missing: ['hygiene'] } }),
    );
  });
});
