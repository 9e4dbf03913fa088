import type { Reads } from '../../platform/graphql';
import { column, expression, lazy, pure, toOne } from '../../platform/graphql';
import type { ExportLinks } from './export-links';
import { filterOf } from './saved-filter';

const failures: Record<string, { zh: string; en: string }> = {
  'not-allowed': {
    zh: '开始生成文件时，您已没有导出权限。如仍需要，请联系管理员。',
    en: 'When the file was to be written you were no longer allowed to export. Ask an administrator if you still need it.',
  },
  broken: {
    zh: '文件未能生成，请稍后重新导出。',
    en: 'The file could not be written. Export again in a while.',
  },
};

export function registerTicketListReads(reads: Reads, links: ExportLinks): void {
  reads
    .plain('TicketCount', 'SavedTicketFilter', 'SavedTimeSpan')
    .rows('SavedView', 'saved_view', {
      name: column(),
      version: column(),
      filter: pure(['filter'], ({ filter }) => filterOf(filter)),
      orderBy: column(),
      columns: column(),
      shared: column(),
      owner: toOne('Member', 'owner_id'),
      createdAt: column(),
      updatedAt: column(),
    })
    .rows('TicketExport', 'ticket_export', {
      state: column(),
      rowCount: column(),
      fileSize: expression('t.file_size::float8'),
      url: lazy(['state', 'expires_at'], async (ctx, { id, state, expires_at: expiry }) => {
        const expiresAt = expiry as Date;
        if (state !== 'ready' || expiresAt <= ctx.now) return null;
        return links.urlOf({ tenantId: ctx.tenantId, exportId: id, expiresAt });
      }),
      createdAt: column(),
      expiresAt: column(),
      error: lazy(['failure'], async ({ locale }, { failure }) =>
        failure === null ? null : failures[failure as string]?.[locale === 'en' ? 'en' : 'zh'],
      ),
    });
}
