import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock';
import { answerNothingHere } from '../../platform/http';
import type { ExportFiles } from './export-files';
import type { ExportLink, ExportLinks } from './export-links';
import { keptForMs } from './ticket-exports';

/** The file is as old as its link has been good; by the clock of UTC, as the link knows no house. */
const dayMade = ({ expiresAt }: ExportLink): string =>
  new Date(expiresAt.getTime() - keptForMs).toISOString().slice(0, 10);

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
        'content-disposition': `attachment; filename="tickets-${dayMade(link)}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(file.stream);
  });
}
