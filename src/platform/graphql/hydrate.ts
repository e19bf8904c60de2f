/** Makes a row of plain columns an instance of its class, so that its getters and its GraphQL type are known. */
export function hydrate<T extends object>(type: new () => T, row: object): T {
  return Object.assign(new type(), row);
}
