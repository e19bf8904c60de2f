export { IdentityProvider, type ProviderClaims } from './identity-provider';
export { addKey, currentKey, dropKeys, findKey, listKeys, TokenKeys } from './signing-keys';
export { readBearer, signToken, verifyToken } from './token';
