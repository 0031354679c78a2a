import { z } from 'zod';

/** A zod schema as descriptions of routes have it. */
export const schemaOf = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    // OpenAPI 3.0.3: what may be null and is one of some values has null among these, once; a schema may be seen twice.
    override: ({ jsonSchema }) => {
      const { enum: values } = jsonSchema;
      if (values !== undefined && 'nullable' in jsonSchema && !values.includes(null)) values.push(null);
    },
  });
