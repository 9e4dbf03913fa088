const clear = `(SELECT current_setting('app.contacts', true)) = 'clear'`;

/**
 * The telephone number in a column of the row `t`. For roles that need not call it keeps three digits in
 * front and four behind, a short one the last two (R2-20).
 */
export const maskedPhone = (column: string): string => `CASE WHEN ${clear} THEN t.${column}
  WHEN length(t.${column}) < 11 THEN '****' || right(t.${column}, 2)
  ELSE left(t.${column}, 3) || '****' || right(t.${column}, 4) END`;

/** The e-mail address in a column of the row `t`; for roles that need not write its first letter and its house. */
export const maskedEmail = (column: string): string => `CASE WHEN ${clear} THEN t.${column}
  ELSE left(t.${column}, 1) || '****' || substring(t.${column} FROM '@.*$') END`;
