// A house with very many tickets, made by statements of the database itself: what measurements run against.
import { createRequire } from 'node:module';
import { mkdtemp, chmod, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const fromServer = createRequire(path.join(root, 'server/package.json'));
export const { Client, Pool } = fromServer('pg');
/** A module of the built server. */
export const built = (name) => fromServer(path.join(root, 'server/dist', name));

export const tenants = ['clearwater', 'purefount', 'ironmole', 'voltworks'];

/**
 * Starts a database of its own with `count` tickets over the tenants.
 * @param {number} count of tickets in all
 * @param {{ houses?: string[], searchable?: boolean, say?: (line: string) => void }} options houses to share them;
 *   whether they can be found by their words, which takes most of the time
 */
export async function openCrowd(count, { houses = tenants, searchable = true, say = console.log } = {}) {
  await build(say, ['packages/contract', 'packages/policy-engine', 'packages/rulebooks', 'server']);
  fromServer('reflect-metadata');
  const { startEmbeddedPostgres } = built('platform/embedded');
  const { migrate, userOf } = built('platform/database');
  const { migrations } = built('migrations');
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'crowd-'));
  await chmod(dataDir, 0o711);
  const cluster = await startEmbeddedPostgres({ dataDir, durable: false, say });
  const admin = new Client(cluster.adminUrl);
  const close = async () => {
    await admin.end();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(cluster.ownerUrl, { login: userOf(cluster.serverUrl), migrations });
    await admin.connect();
    const started = Date.now();
    await fill(admin, count, houses, searchable);
    say(`${count.toLocaleString('en')} tickets in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...cluster, dataDir, admin, close };
}

const machines =
  '水泵,滤芯,电机,轴承,密封圈,控制柜,变频器,传感器,截割头,铲板,履带,液压缸,油泵,冷却器,减速机,曝气机,刮泥机,鼓风机,阀门,流量计,压力表,加药泵,搅拌机,格栅,皮带机,除尘风机,配电箱,接触器,断路器,电缆,触摸屏,遥控器,喷雾泵,齿轮箱,联轴器,滤网,反渗透膜,净水龙头,储水罐,紫外灯'.split(
    ',',
  );
const faults =
  '漏水,漏油,异响,过热,振动大,不启动,无压力,压力低,流量小,跳闸,报警,显示异常,堵塞,磨损严重,断裂,松动,转速不稳,绝缘低,通讯中断,水质超标,噪声大,卡死,脱落,腐蚀,渗漏,误动作,烧毁,短路,电流偏高,温度高'.split(
    ',',
  );
const places =
  '一号车间,二号车间,东区泵房,西区泵房,主巷道,回风巷,沉淀池旁,机房二层,地下室,厂区北门,中控室,配电间,员工食堂,实验楼,综合掘进面,污泥脱水间'.split(
    ',',
  );
const asks =
  '请尽快派人处理,请先电话指导,现场已停机等待,可以安排下周到场,请携带备件,请与值班长联系,影响生产请优先,已按手册检查无效'.split(
    ',',
  );
const people = '值班员,班长,设备科,机修组,操作工,库管员,电工,调度'.split(',');

async function fill(admin, count, houses, searchable) {
  const each = count / houses.length;
  const { templates } = await import(path.join(root, 'packages/rulebooks/dist/index.js'));
  const run = (text, values) => admin.query(text, values);
  // keys and triggers are the product's; these rows are made to fit
  await run(`SET session_replication_role = replica`);
  await run(`SELECT setseed(0.5)`);
  await run(
    `INSERT INTO tenant (id, slug, name_zh, name_en, time_zone, accent_color, ticket_prefix, created_at)
     SELECT gen_random_uuid(), slug, slug, slug, 'Asia/Shanghai', '#1a5fb4', upper(left(slug, 2)), '2026-01-01Z'
       FROM unnest($1::text[]) AS t (slug)`,
    [houses],
  );
  await run(`INSERT INTO dealer (tenant_id, id, name, created_at)
    SELECT id, gen_random_uuid(), '经销商 ' || n, '2026-01-01Z' FROM tenant, generate_series(1, 20) AS n`);
  await run(`INSERT INTO login (id, email, password_hash, created_at)
    SELECT gen_random_uuid(), 'p' || n || '@' || slug || '.example', '', '2026-01-01Z' FROM tenant, generate_series(1, 40) AS n`);
  await run(`INSERT INTO membership (tenant_id, id, login_id, name, roles, created_at)
    SELECT t.id, gen_random_uuid(), l.id, split_part(l.email, '@', 1), '{dispatcher}', '2026-01-01Z'
      FROM tenant t JOIN login l ON l.email LIKE '%@' || t.slug || '.example'`);
  await run(
    `INSERT INTO policy_version (tenant_id, id, rulebook, number, content, effective_from, published_at)
    SELECT id, gen_random_uuid(), 'R4', 1, $1::jsonb, '2026-01-01Z', '2026-01-01Z' FROM tenant`,
    [JSON.stringify(templates.R4.policy)],
  );
  await run(`INSERT INTO equipment_model (tenant_id, id, code, name_zh, name_en)
    SELECT id, gen_random_uuid(), 'M1', '一号机', 'Model one' FROM tenant`);
  await run(`INSERT INTO customer (tenant_id, id, name, dealer_id, created_at)
    SELECT d.tenant_id, gen_random_uuid(), '第' || n || '水务公司', CASE WHEN random() < 0.5 THEN d.id END, '2026-01-01Z'
      FROM dealer d, generate_series(1, 20) AS n`);
  await run(`INSERT INTO site (tenant_id, id, customer_id, dealer_id, name, province, created_at)
    SELECT tenant_id, gen_random_uuid(), id, dealer_id, name || '现场', (ARRAY['32', '33', '31', '44'])[1 + floor(random() * 4)::int], created_at FROM customer`);
  await run(`INSERT INTO equipment (tenant_id, id, serial, model_id, customer_id, dealer_id, site_id, created_at)
    SELECT c.tenant_id, gen_random_uuid(), format('EBZ%s-%s', 100 + floor(random() * 200)::int, lpad((row_number() OVER ())::text, 5, '0')),
           m.id, c.id, c.dealer_id, s.id, c.created_at
      FROM customer c JOIN site s ON s.tenant_id = c.tenant_id AND s.customer_id = c.id
      JOIN equipment_model m ON m.tenant_id = c.tenant_id, generate_series(1, 10)`);
  const pick = (list) => `(${list}::text[])[1 + floor(random() * cardinality(${list}::text[]))::int]`;
  await run(
    `WITH machine AS (SELECT e.*, s.province, row_number() OVER (PARTITION BY e.tenant_id ORDER BY e.serial) AS n,
         count(*) OVER (PARTITION BY e.tenant_id) AS machines FROM equipment e JOIN site s ON s.tenant_id = e.tenant_id AND s.id = e.site_id),
       staff AS (SELECT tenant_id, array_agg(id) AS ids FROM membership GROUP BY tenant_id),
       made AS (SELECT t.id AS tenant_id, t.slug, t.ticket_prefix, i, timestamptz '2024-06-01Z' + i * (interval '730 days' / ($1::int)) AS at,
                  1 + floor(random() * 4000)::int AS machine, random() AS fate FROM tenant t, generate_series(1, $1::int) AS i)
     INSERT INTO ticket (tenant_id, id, number, version, customer_id, dealer_id, audience, site_id, equipment_id, policy_version_id,
       request_type, state, state_category, subject, description, channel, reporter_name, reporter_phone, reported_at, created_at,
       updated_at, next_due_at, assignee_id, owner_id, province, severity)
     SELECT m.tenant_id, (lpad(to_hex((extract(epoch FROM made.at) * 1000)::bigint), 12, '0') || '7' || right(md5(random()::text), 3) || '8' || right(md5(random()::text), 15))::uuid,
       format('%s-%s-%s', ticket_prefix, to_char(made.at, 'YYYY'), lpad(i::text, 6, '0')), 1, m.customer_id, m.dealer_id, 'public', m.site_id, m.id,
       (SELECT id FROM policy_version p WHERE p.tenant_id = m.tenant_id), 'repair',
       CASE WHEN i > $1::int - 2000 OR fate < 0.02 THEN 'reported' ELSE 'closed' END,
       CASE WHEN i > $1::int - 2000 OR fate < 0.02 THEN (ARRAY['open', 'active', 'waiting'])[1 + floor(random() * 3)::int] ELSE 'closed' END,
       ${pick('$2')} || ${pick('$3')},
       ${pick('$4')} || '的' || ${pick('$2')} || '运行中出现' || ${pick('$3')} || '，伴随' || ${pick('$3')} || '，检查' || ${pick('$2')} || '后发现' || ${pick('$3')} || '。' || ${pick('$5')} || '。故障代码E' || floor(random() * 900 + 100)::int || '。',
       'phone', ${pick('$6')}, '1000000' || lpad(floor(random() * 10000)::int::text, 4, '0'),
       made.at - interval '10 minutes', made.at, made.at + random() * interval '5 days',
       CASE WHEN i > $1::int - 2000 OR fate < 0.02 THEN made.at + interval '1 day' ELSE 'infinity' END,
       staff.ids[1 + floor(random() * 40)::int], staff.ids[1 + floor(random() * 40)::int], m.province,
       CASE WHEN random() < 0.1 THEN 'major' ELSE 'general' END
       FROM made JOIN machine m ON m.tenant_id = made.tenant_id AND m.n = 1 + made.machine % m.machines
       JOIN staff ON staff.tenant_id = made.tenant_id`,
    [each, machines, faults, places, asks, people],
  );
  const words = `INSERT INTO ticket_search (tenant_id, id, dealer_id, audience, document)
    SELECT t.tenant_id, t.id, t.dealer_id, t.audience, search_document(t.tenant_id, concat_ws(' ', t.number, t.claimed_serial, e.serial),
           concat_ws(' ', t.subject, t.description, t.reporter_name, c.name))
      FROM ticket t JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
      LEFT JOIN equipment e ON e.tenant_id = t.tenant_id AND e.id = t.equipment_id`;
  if (searchable) await run(words);
  await run(`SET session_replication_role = DEFAULT`);
  await run(`VACUUM ANALYZE`);
}
