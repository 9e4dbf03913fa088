/** What a policy says: request types, promises, warranty and workflow, as plain data. */
export * from './clock-rules.js';
export * from './conditions.js';
export * from './holds.js';
export * from './policy.js';
export * from './source.js';
export * from './warranty.js';
export * from './workflow.js';
export * from './working-lengths.js';
