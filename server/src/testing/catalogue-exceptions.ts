// What may differ from the rules of the house, each with its reason. Nothing else may.

type Reasons = Readonly<Record<string, string>>;

/** Tables that belong to no tenant; the request role has no right on them at all. */
export const outsideTenancy: Reasons = {
  login: 'one person may work in several houses, and is known before the house is',
  sign_in_attempt: 'counted for e-mails, known or not, before any house is',
  installation: 'facts about the whole installation',
  migration: 'kept by the migrator',
};

/** The tenant table is its own tenant: `id` stands where other tables have `tenant_id`. */
export const tenantItself = 'tenant';

/** Tables that functions of their owner search and write past row-level security; requests may read them below it. */
export const searchedByFunctions: Reasons = {
  ticket_search:
    'under row-level security no index could serve a search; its functions filter by tenant, and row-level security holds the tickets they lead to',
};

/** Functions that run with the rights of their owner, past row-level security. */
export const definerFunctions: Reasons = {
  find_tickets: "answers ids of the running transaction's tenant only",
  keep_ticket_search: "writes the words of tickets of the running transaction's tenant only",
};

/** Indexes of tenant tables that do not begin with the tenant. */
export const indexesAcrossTenants: Reasons = {
  change_position: 'the reader of the change log follows every tenant at once, as the machine role',
  ticket_search_document: 'each of its entries begins with a mark of the tenant',
  ticket_timer_due: 'timers of every tenant are claimed by the moment, as the machine role',
  membership_login: 'a sign-in looks for the houses of a person, as the machine role',
  link_hash: 'a link is looked up by its secret alone, as the machine role',
};

/** Foreign keys of tenant tables to tables outside tenancy. */
export const foreignKeysAcrossTenants: Reasons = {
  membership_login_id_fkey: 'a login belongs to no tenant; the request role cannot read it',
};

/** Tables that the product's own work reaches in every tenant. */
export const machineTables: Reasons = {
  tenant: 'houses are found by their short name when somebody signs in',
  membership: 'who a session speaks for',
  session: 'opened and refreshed before the tenant is known; the request role has no right on it',
  change: 'one reader follows the log for all tenants',
  ticket_export: 'old exports are deleted for all tenants at once',
  link: 'who a link speaks for, before the tenant is known',
  ticket_timer: 'what is due is found for all tenants at once; the work then runs in its tenant',
  audit_entry: 'what the product changes for somebody, across tenants, is on record too',
  notification: 'old ones are deleted for all tenants at once',
  idempotency: 'old keys are deleted for all tenants at once',
  answer: 'old answers are deleted for all tenants at once',
  file: 'uploads that nothing came of are deleted for all tenants at once',
};

/** Tables of which whoever came by a link sees rows, and which ones; all others are closed to links. */
export const openToLinks: Reasons = {
  tenant: 'the maker whose nameplate or request it is',
  policy_version: 'what the maker promises to whoever reports',
  calendar_version: 'the calendars by which promises are counted',
  equipment: 'the machine that a nameplate link leads to',
  equipment_model: 'the model of that machine',
  ticket: 'the request that a follow link leads to',
  ticket_fact: 'what happened to that request in public',
  ticket_clock: 'the promises about that request',
  ticket_comment: 'what was said about that request in public',
  change: 'what is told live of that request',
  file: 'what was uploaded with the link itself',
  idempotency: 'the keys of the link itself',
  answer: 'the answers that the link itself was given',
};

/** Tables that whoever came by a link writes without the product doing it for them. */
export const writtenByLinks: readonly string[] = ['file', 'idempotency', 'answer'];
