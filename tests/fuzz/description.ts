/** What of OpenAPI 3.0 our descriptions use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-roles'?: readonly string[];
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One thing that can be asked. */
export interface Operation extends Described {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const operationsOf = ({ paths }: Description): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item[method];
      return described === undefined ? [] : [{ ...described, method: method.toUpperCase(), path }];
    }),
  );

/** What it answers when all is well: status and, by content type, the schema. */
export const successesOf = ({ responses }: Operation): [status: number, content: Content][] =>
  Object.entries(responses)
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([status, { content = {} }]) => [Number(status), content]);

/** Whether its description leaves open who may ask, or what comes back. */
export const isSilent = (operation: Operation): boolean =>
  operation['x-roles'] === undefined ||
  !successesOf(operation).some(
    ([status, content]) => status === 204 || Object.values(content).some(({ schema }) => schema),
  );
