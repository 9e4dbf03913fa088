import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock';
import { answerNothingHere } from '../../platform/http';
import type { ExportFiles } from './export-files';
import type { ExportLinks } from './export-links';

/** Export files at their links, until they expire; any other token leads nowhere. */
export function serveTicketExports(
  http: FastifyInstance,
  { links, files, clock }: { links: ExportLinks; files: ExportFiles; clock: Clock },
): void {
  http.get<{ Params: { '*': string } }>('/exports/*', async (request, reply) => {
    const link = links.open(request.params['*'], clock.now());
    const file = link && (await files.read(link.tenantId, link.exportId));
    if (!file) return answerNothingHere(request, reply);
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-length': file.size,
        'content-disposition': `attachment; filename="tickets-${link.expiresAt.toISOString().slice(0, 10)}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(file.stream);
  });
}
