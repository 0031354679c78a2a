import { Code, OneOf, Optional } from '#libs/http';
import { OUTCOMES, type PointResult } from './check-run.events.js';

/** What was found at one point. */
export class PointResultBody {
  @Code({ example: 'towels' })
  pointId!: string;

  @OneOf(OUTCOMES)
  outcome!: PointResult['outcome'];

  @Optional()
  @Code()
  remark?: string;
}

/** As facts have it: without a remark where none was made. */
export const resultsOf = (given: readonly PointResultBody[]): PointResult[] =>
  given.map(({ pointId, outcome, remark }) => ({
    ...{ pointId, outcome },
    ...(remark === undefined ? {} : { remark }),
  }));
