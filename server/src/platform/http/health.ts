import type { FastifyInstance } from 'fastify';

/** `/livez`: the process runs. `/readyz`: it can also serve, which takes the database. */
export function serveHealth(http: FastifyInstance, { ping }: { ping: () => Promise<unknown> }): void {
  http.get('/livez', async () => ({ status: 'alive' }));
  http.get('/readyz', async (_request, reply) => {
    try {
      await ping();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready', reason: 'The database cannot be reached.' });
    }
  });
}
