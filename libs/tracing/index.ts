export { openTraces, type TracesOptions } from './open-traces.js';
export { noTraces, spanIdOf, type Span, type Traces } from './span.js';
export { serverSpan, type ServedRequest } from './server-span.js';
export { readTraceparent, traceparentOf, type TraceParent } from './traceparent.js';
