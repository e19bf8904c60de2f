import { Extensions } from 'type-graphql';

/** How many items to count for a list field without paging, when the cost of a query is reckoned before it runs. */
export function listCost(assumedSize: number, options: { mostSize?: number } = {}): PropertyDecorator & MethodDecorator {
  return Extensions({ cost: { assumedSize, ...options } });
}
