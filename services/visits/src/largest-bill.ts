/** Far above any bill, far below where sums of bills lose exactness. In minor units. */
export const LARGEST_BILL_MINOR = 1_000_000_000_000;
