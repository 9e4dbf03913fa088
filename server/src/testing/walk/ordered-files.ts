import type { Locale } from '@aftercare/contract';
import type { ExportRequest } from '../../modules/ticket';
import { exportTickets, filterOf } from '../../modules/ticket';
import type { StoryHouse } from '../story';
import type { Effect } from './ledger';

/** A row that orders an export or keeps a view, as the database holds it. */
interface Ordered {
  tenant_id: string;
  owner_id: string;
  filter: unknown;
  order_by: ExportRequest['orderBy'];
  locale?: Locale;
}

/**
 * What the file of an export will say, and what a kept view will show, to its owner. Written at once from the same row
 * and by the same means as the job would later: each probe takes its order back, and a job that found none would write nothing.
 */
export const orderedFiles =
  ({ app }: StoryHouse) =>
  (effects: readonly Effect[]): Promise<string[]> =>
    Promise.all(
      effects
        .filter(({ table, after }) => ['ticket_export', 'saved_view'].includes(table) && after)
        .map(async ({ after }) => {
          const { tenant_id, owner_id, filter, order_by, locale = 'en' } = after as unknown as Ordered;
          const owner = await app.services.identity.principalOf(tenant_id, owner_id);
          if (!owner) throw new Error(`Nobody is left to read it: ${owner_id}.`);
          let text = '';
          await exportTickets(
            app.contexts.of(owner, locale),
            { policies: app.services.policies, reads: app.reads },
            { filter: filterOf(filter), orderBy: order_by },
            async (piece) => void (text += piece),
            new AbortController().signal,
          );
          return text;
        }),
    );
