import { describeEnum } from './enum';

export const OrderDirection = describeEnum('OrderDirection', 'Direction of an order. (排序方向)', {
  ASC: 'Smallest first. (升序)',
  DESC: 'Largest first. (降序)',
});
export type OrderDirection = keyof typeof OrderDirection;
