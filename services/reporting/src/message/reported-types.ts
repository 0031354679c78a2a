import { metricDeltas } from '../metric/metric-definitions.js';

/** The contracts reporting listens to: all that some metric counts, or ignores by name. */
export const REPORTED: string[] = Object.keys(metricDeltas);
