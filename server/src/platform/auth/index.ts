/** Passwords, access tokens, and who a token speaks for. */
export { Authenticator, linkPrefix, type ResolveLink, type ResolveSession } from './authenticator';
export { hashPassword, preparePasswords, verifyPassword } from './passwords';
export { AccessTokens, deriveKey, randomSecret, sameSecret, sha256 } from './tokens';
