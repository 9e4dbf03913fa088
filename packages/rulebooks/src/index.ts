/** The register of clauses and the policy templates that a new tenant starts from. Data only; see README.md. */
export * from './clauses/index.js';
export * from './templates/index.js';
