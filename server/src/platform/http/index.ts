/** HTTP: one Fastify for the API, the portal and the health of the process. */
export { serveFiles } from './file-routes';
export { serveGraphql } from './graphql-route';
export { serveHealth } from './health';
export { answerNothingHere, createHttpServer } from './http-server';
export { localeOf } from './locale';
export { servePortal } from './portal-files';
