import type { RequestContext } from '../../platform/context';
import type { Sentence } from '../../platform/errors';

/** What stands on the nameplate of a machine, for everybody who stands before it. */
export interface NameplateFacts {
  serial: string;
  model: { name: Sentence };
  maker: { name: Sentence; accentColor: string };
}

/** The nameplate of a machine, by row id; null where the asker sees no such machine. */
export async function readNameplate(
  ctx: RequestContext,
  equipmentId: string,
): Promise<NameplateFacts | null> {
  const [found] = await ctx.db.query<NameplateFacts>(
    `SELECT e.serial, jsonb_build_object('name', jsonb_build_object('zh', m.name_zh, 'en', m.name_en)) AS model,
            jsonb_build_object('name', jsonb_build_object('zh', h.name_zh, 'en', h.name_en),
              'accentColor', h.accent_color) AS maker
       FROM equipment e
       JOIN equipment_model m ON m.tenant_id = e.tenant_id AND m.id = e.model_id
       JOIN tenant h ON h.id = e.tenant_id
      WHERE e.tenant_id = $1 AND e.id = $2`,
    [ctx.tenantId, equipmentId],
  );
  return found ?? null;
}
