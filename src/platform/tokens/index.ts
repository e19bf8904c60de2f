export { addKey, currentKey, dropKeys, findKey, listKeys, TokenKeys, type SigningKey } from './signing-keys';
export { readBearer, signToken, verifyToken, type SignedFacts } from './token';
