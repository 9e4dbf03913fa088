import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock';
import { answerNothingHere } from '../../platform/http';
import type { ExportFiles } from './export-files';
import type { ExportLinks } from './export-links';
import { keptForMs } from './ticket-exports';

export interface ExportRoute {
  links: ExportLinks;
  files: ExportFiles;
  clock: Clock;
  /** The day on which a moment falls by the clock of a house. */
  dayIn(tenantId: string, moment: Date): Promise<string>;
}

/** Export files at their links, until they expire; any other token leads nowhere. */
export function serveTicketExports(http: FastifyInstance, { links, files, clock, dayIn }: ExportRoute): void {
  http.get<{ Params: { '*': string } }>('/exports/*', async (request, reply) => {
    const link = links.open(request.params['*'], clock.now());
    const file = link && (await files.read(link.tenantId, link.exportId));
    if (!file) return answerNothingHere(request, reply);
    // the file is as old as its link has been good
    const day = await dayIn(link.tenantId, new Date(link.expiresAt.getTime() - keptForMs));
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-length': file.size,
        'content-disposition': `attachment; filename="tickets-${day}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(file.stream);
  });
}
