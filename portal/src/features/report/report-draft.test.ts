import {
  complaintsAbout,
  emptyReport,
  fieldOf,
  fieldsAsked,
  toInput,
  type ReportDraft,
} from './report-draft';

const zone = 'Asia/Shanghai';
const now = Date.parse('2026-11-20T02:00:00Z');
const whole = (part: Partial<ReportDraft> = {}): ReportDraft => ({
  ...emptyReport(),
  requestType: 'repair',
  serial: ' TM-260-0117 ',
  subject: '截割部漏油',
  description: '左侧行走后漏油',
  reporterName: '测试甲',
  idempotencyKey: 'key-1',
  ...part,
});

test('an empty form says which fields it needs', () => {
  expect(complaintsAbout(emptyReport(), [], zone, now)).toEqual({
    requestType: 'required',
    serial: 'required',
    subject: 'required',
    description: 'required',
    reporterName: 'required',
  });
});

test('the report may lie in the past, not in the future, and must be whole', () => {
  expect(complaintsAbout(whole({ reportedAt: '2026-11-20T09:59' }), [], zone, now)).toEqual({});
  expect(complaintsAbout(whole({ reportedAt: '2026-11-20T10:01' }), [], zone, now)).toEqual({
    reportedAt: 'future',
  });
  expect(complaintsAbout(whole({ reportedAt: '2026-11-20' }), [], zone, now)).toEqual({
    reportedAt: 'incomplete',
  });
});

test('a text longer than the server takes is complained of, not cut', () => {
  const long = whole({
    subject: '漏'.repeat(201),
    reporterPhone: '1'.repeat(41),
    description: 'x'.repeat(10_000),
  });
  expect(complaintsAbout(long, [], zone, now)).toEqual({ subject: 'tooLong', reporterPhone: 'tooLong' });
});

test('what is filed is trimmed, and the time left empty means now', () => {
  expect(toInput(whole(), [], zone, true)).toEqual({
    requestType: 'repair',
    serial: 'TM-260-0117',
    subject: '截割部漏油',
    description: '左侧行走后漏油',
    reporterName: '测试甲',
    reporterPhone: null,
    details: [],
    reportedAt: null,
    channel: null,
    idempotencyKey: 'key-1',
  });
});

test('staff say how the report reached them', () => {
  expect(toInput(whole({ channel: 'FAX' }), [], zone, false).channel).toBe('FAX');
});

test('a refusal finds its field, with or without the way to it', () => {
  expect(fieldOf(['serial'])).toBe('serial');
  expect(fieldOf(['input', 'reporterPhone'])).toBe('reporterPhone');
  expect(fieldOf(['input', 'details', 'order-number'])).toBe('detail-order-number');
  expect(fieldOf(['input', 'idempotencyKey'])).toBeUndefined();
  expect(fieldOf(null)).toBeUndefined();
});

const complaintForm = [
  { key: 'complaint-class', required: true },
  { key: 'quantity', required: true, dependsOn: { field: 'complaint-class', among: ['quality'] } },
  { key: 'user-address', required: false },
];

test('R11-3.2.1 a complaint about quality asks for more than another', () => {
  const keys = (details: Record<string, string>) => fieldsAsked(complaintForm, details).map(({ key }) => key);
  expect(keys({})).toEqual(['complaint-class', 'user-address']);
  expect(keys({ 'complaint-class': 'quality' })).toEqual(['complaint-class', 'quantity', 'user-address']);
});

test('what the form asks must be answered, and only that is filed', () => {
  const draft = whole({ details: { 'complaint-class': 'other', quantity: '3' } });
  const asked = fieldsAsked(complaintForm, draft.details);
  expect(complaintsAbout(whole(), complaintForm.slice(0, 1), zone, now)).toEqual({
    'detail-complaint-class': 'required',
  });
  expect(complaintsAbout(draft, asked, zone, now)).toEqual({});
  expect(toInput(draft, asked, zone, true).details).toEqual([{ key: 'complaint-class', value: 'other' }]);
});
