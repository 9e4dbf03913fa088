/** Whatever runs statements of one transaction: TypeORM's manager, a pg client. */
export interface Transaction {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Holds a subject of the change log until the transaction ends. It must come before anything that gives
 * the transaction its number, or changes of one subject could be numbered in another order than they
 * happened: two that wait for one locked row may have their numbers before they know who goes first.
 */
export async function holdSubject(
  transaction: Transaction,
  tenantId: string,
  subjectId: string,
): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${tenantId} ${subjectId}`,
  ]);
}
