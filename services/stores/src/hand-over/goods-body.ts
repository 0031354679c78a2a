import { Code, Count } from '#libs/http';
import type { Goods } from './hand-over.events.js';

export class GoodsBody implements Goods {
  @Code({ example: 'serum-30' })
  productId!: string;

  @Count()
  quantity!: number;
}
