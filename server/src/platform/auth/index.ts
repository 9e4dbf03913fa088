/** Passwords, access tokens, and who a token speaks for. */
export { Authenticator, type ResolveSession } from './authenticator';
export { hashPassword, preparePasswords, verifyPassword } from './passwords';
export { AccessTokens, deriveKey, randomSecret, sameSecret, sha256 } from './tokens';
