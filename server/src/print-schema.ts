import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import pino from 'pino';
import { buildHouse } from './house';
import { systemClock } from './platform/clock';

/** The schema as text; the house is built but connects nowhere. */
export function productSdl(): string {
  const log = pino({ level: 'silent' });
  const { schema } = buildHouse(
    { databaseUrl: 'postgres://nobody@localhost/nothing', secret: 'no secret', filesDir: 'nowhere', log },
    systemClock,
  );
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

if (require.main === module) process.stdout.write(productSdl());
