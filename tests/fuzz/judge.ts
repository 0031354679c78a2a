import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { successesOf, type Description, type Operation, type Schema } from './description.js';
import type { Draft } from './requests.js';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What must not get out, whoever asks. */
const INSIDES =
  /node_modules|\.[jt]s:\d+|syntax error at|relation "|invalid input syntax|duplicate key value/i;
const PROBLEM = 'application/problem+json';

/** Says what is wrong with an answer: what its description does not say, or nobody may see. */
export const judgeOf = (description: Description) => {
  const ajv = formats.default(new Ajv({ strict: false, allErrors: true, logger: false }));
  ajv.addSchema(plain({ $id: 'api', components: description.components }) as object);
  const compiled = new Map<Schema, ValidateFunction>();
  const faultsOf = (schema: Schema, text: string): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(plain(schema) as object);
    compiled.set(schema, validate);
    const valid = validate(jsonOf(text));
    return valid ? [] : [`not as described: ${ajv.errorsText(validate.errors)}`];
  };
  const problem = description.components.schemas['Problem']!;

  const ofSuccess = (operation: Operation, { status, type, text }: Answer): string[] => {
    const [, content] = successesOf(operation).find(([documented]) => documented === status) ?? [];
    if (content === undefined) return [`answers ${status}, which is not described`];
    const [, found] = Object.entries(content).find(([name]) => bare(name) === type) ?? [];
    if (found?.schema === undefined) return [`answers ${type}, which is not described`];
    return found.schema.format === 'binary' ? [] : faultsOf(found.schema, text);
  };

  const ofRefusal = ({ status, type, text }: Answer): string[] => {
    if (type !== PROBLEM) return [`refuses with ${type}`];
    const said = (jsonOf(text) as { status?: unknown } | undefined)?.status;
    return said === status ? faultsOf(problem, text) : [`says ${String(said)} in place of ${status}`];
  };

  return ({ operation, manner }: Draft, answer: Answer): string[] => {
    const { status, text } = answer;
    if (status >= 500) return [`fails with ${status}: ${text.slice(0, 300)}`];
    if (status >= 300 && status < 400) return [`leads elsewhere with ${status}`];
    const inside = status >= 400 ? INSIDES.exec(text)?.[0] : undefined;
    if (status === 404 && manner === 'valid' && text.includes('"Cannot '))
      return ['is not where its description says'];
    const leaks = inside === undefined ? [] : [`tells its insides: ${inside}`];
    return [...leaks, ...(status < 300 ? ofSuccess(operation, answer) : ofRefusal(answer))];
  };
};

const bare = (type: string): string => type.split(';')[0]!.trim();

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** OpenAPI 3.0 says of what may be null that it is nullable, and of a least number that it is excluded; JSON Schema says both by values. */
const plain = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, exclusiveMinimum, minimum, ...others } = schema as Schema & Record<string, unknown>;
  const least =
    minimum === undefined ? {} : { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum };
  const rest: Record<string, unknown> = { ...others, ...least };
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/', 'api#/') : plain(value),
    ]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, inner] } : inner;
};
