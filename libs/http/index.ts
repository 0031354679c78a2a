export {
  Code,
  CODE,
  Codes,
  Count,
  Country,
  Currency,
  Day,
  Days,
  Email,
  Flag,
  Instant,
  JsonObject,
  ListOf,
  Login,
  Minor,
  Month,
  MOST,
  ObjectOf,
  OneOf,
  Optional,
  Phone,
  SomeOf,
  Text,
  TimeOfDay,
  TimeZone,
  Uuid,
  Uuids,
  WholeNumber,
} from './fields.js';
export { Answers, AnswersFile, committed, outcome, pageOf, problem } from './answers.js';
export { describedWhole } from './describe.js';
export { takeJson } from './json-body.js';
export { malformed } from './malformed.js';
export { ParseId } from './parse-id.pipe.js';
export { ParseOneOf } from './parse-one-of.pipe.js';
export { problemAnswers } from './problem-answers.js';
export { schemaOf } from './schema-of.js';
export { checked, instant, minor, pieces, text, uuid } from './schemas.js';
export { TooManyRequests } from './too-many-requests.js';
export { toldAt } from './told-at.js';
export { requestContext } from './request-context.js';
export { ProblemFilter, problemOf, type Problem } from './problem.filter.js';
export { validation } from './validation.js';
export { AFTER_EVERYTHING, page, PageQuery, type Page } from './page.js';
export { PositionQuery } from './position-query.js';
export { EntityTag } from './entity-tag.interceptor.js';
export {
  clientOptions,
  connectorOf,
  fetchOver,
  readTls,
  refusePlain,
  renewCertificate,
  served,
  type Tls,
} from './tls.js';
