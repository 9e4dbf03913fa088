import type { Columns, Reads } from '../graphql';
import { column, lazy } from '../graphql';
import type { RequestContext } from '../context';
import type { FileLinks } from './file-links';
import { linkLifeMs } from './file-links';

export function registerFileReads(reads: Reads, links: FileLinks): void {
  const link = (ctx: RequestContext, { id, name }: Columns, preview: boolean) =>
    links.download(
      { tenantId: ctx.tenantId, fileId: id, preview },
      name as string,
      new Date(ctx.now.getTime() + linkLifeMs),
    );
  reads.plain('FileUpload').rows('File', 'file', {
    name: column(),
    state: column(),
    kind: column(),
    mediaType: column(),
    byteSize: column(),
    width: column(),
    height: column(),
    createdAt: column(),
    url: lazy(['state', 'name'], async (ctx, file) =>
      file['state'] === 'stored' ? link(ctx, file, false) : null,
    ),
    previewUrl: lazy(['state', 'name', 'kind'], async (ctx, file) =>
      file['state'] === 'stored' && file['kind'] === 'photo' ? link(ctx, file, true) : null,
    ),
  });
}
