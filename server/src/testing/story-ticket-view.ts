interface Text {
  zh: string;
  en: string;
}

interface Rule {
  id: string;
  source: string;
  clause: { id: string } | null;
  note: Text | null;
}

/** A ticket as the API shows it. */
export interface TicketView {
  version: number;
  state: { key: string; category: string };
  severity: { key: string } | null;
  classified: boolean;
  province: string | null;
  assignee: { id: string } | null;
  owner: { id: string } | null;
  offeredOwner: { id: string } | null;
  closedAt: string | null;
  missedAt: string | null;
  nextDueAt: string | null;
  steps: Array<{
    key: string;
    possible: boolean;
    missing: Array<{ kind: string; key: string | null; clause: { id: string } | null; message: Text }>;
  }>;
  clocks: Array<{
    kind: string;
    state: string;
    startedAt: string | null;
    dueAt: string | null;
    stoppedAt: string | null;
    target: { amount: number; unit: string; basis: string } | null;
    rule: Rule;
    explanation: { losing: Array<{ reason: string; rule: Rule }>; provisional: boolean };
  }>;
  pauses: Array<{ reason: { key: string }; since: string; endsAt: string }>;
  agreedDates: Array<{
    clock: string;
    dueAt: string;
    why: string;
    confirmedBy: string;
    agreedBy: { id: string } | null;
    outcome: string;
  }>;
  toldDates: Array<{
    key: string;
    label: Text;
    date: string;
    toldAt: string;
    toldTo: string | null;
    channel: string | null;
    clause: { id: string } | null;
  }>;
  approvals: Array<{
    key: string;
    status: string;
    owed: boolean;
    missing: number;
    awaited: string[];
    decisions: Array<{ decision: string; role: string; toWriteDown: boolean }>;
  }>;
}

const ruleFields = 'id source clause { id } note { zh en }';
const rule = `rule { ${ruleFields} }`;

export const viewDocument = `query ($id: ID!) { ticket(id: $id) {
  version state { key category } severity { key } classified province assignee { id } owner { id } offeredOwner { id }
  closedAt missedAt nextDueAt
  steps { key possible missing { kind key clause { id } message { zh en } } }
  clocks { kind state startedAt dueAt stoppedAt target { amount unit basis } ${rule}
    explanation { provisional losing { reason ${rule} } } }
  pauses { reason { key } since endsAt }
  agreedDates { clock dueAt why confirmedBy agreedBy { id } outcome }
  toldDates { key label { zh en } date toldAt toldTo channel clause { id } }
  approvals { key status owed missing awaited decisions { decision role toWriteDown } } } }`;

/** Who pays for what on a ticket, as the API shows it. */
export interface ChargesView {
  number: number;
  judgedOn: string;
  lines: Array<{
    line: string;
    outcome: string;
    asked: number;
    waived: number;
    overridden: boolean;
    coveredUntil: string | null;
    priceBasis: string | null;
    priceRule: Rule | null;
    reasons: Array<{ code: string; message: Text; clause: { id: string } | null; rule: Rule | null }>;
  }>;
}

export const chargesDocument = `query ($id: ID!) { ticket(id: $id) { charges { number judgedOn
  lines { line outcome asked waived overridden coveredUntil priceBasis priceRule { ${ruleFields} }
    reasons { code message { zh en } clause { id } ${rule} } } } } }`;
