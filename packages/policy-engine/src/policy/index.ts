/** What a policy says: request types, promises and workflow, as plain data. */
export * from './policy.js';
