import { Code } from '#libs/http';

/** Where a product is: `/v1/products/<productId>`. */
export class ProductPath {
  @Code({ example: 'hydra-serum' })
  productId!: string;
}
