import { z } from 'zod';

/** A zod schema as descriptions of routes have it. */
export const schemaOf = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    // OpenAPI 3.0.3: what may be null and is one of some values has null among these.
    override: ({ jsonSchema }) => {
      if (jsonSchema.enum !== undefined && 'nullable' in jsonSchema) jsonSchema.enum.push(null);
    },
  });
