export {
  Code,
  Count,
  Currency,
  Day,
  Email,
  Instant,
  ListOf,
  Minor,
  OneOf,
  Optional,
  PHONE,
  Phone,
  Text,
  TimeZone,
  Uuid,
  WholeNumber,
} from './fields.js';
export { requestContext } from './request-context.js';
export { ProblemFilter, problemOf, type Problem } from './problem.filter.js';
export { validation } from './validation.js';
export { page, PageQuery, type Page } from './page.js';
export { PositionQuery } from './position-query.js';
export { EntityTag } from './entity-tag.interceptor.js';
