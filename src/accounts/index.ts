export { UserAccountResolver, IssuedTokenResolver } from './account.resolver';
export { createAuthenticator, type Authenticate } from './authenticate';
export { IssuedToken } from './issued-token';
export { issueToken, longestTokenDays, revokeTokens, rotateTokenKey, tokenText } from './token.commands';
export { TokenMutations } from './token.mutations';
export { AdministeredUnit, UserAccount } from './user-account';
export { UserAccountMutations } from './user-account.mutations';
export { ViewerResolver } from './viewer.resolver';
