import { templates } from '../templates/index.js';
import type { Details } from './index.js';
import { checkDetails, fieldsAsked } from './index.js';

const { intake } = templates.R1;
const today = '2026-03-02';

const complaint: Details = { about: 'product', 'complaint-class': 'quality', 'user-name': '云杉印染' };
const aboutProduct: Details = {
  ...complaint,
  'order-number': 'DD-0311',
  'material-number': 'LH-20-118',
  'shipped-on': '2026-01-20',
  quantity: 40,
  'defective-quantity': 3,
  demand: '更换不良品。',
};
const problemsOf = (requestType: string, details: Details) =>
  checkDetails(intake, requestType, details, { today }).map(({ field, code }) => `${field} ${code}`);
const sentenceOf = (requestType: string, details: Details) =>
  checkDetails(intake, requestType, details, { today }).map(({ message }) => message);

describe('what is asked for when a request comes in', () => {
  it('R11-3.2.1 a complaint about product quality needs its six details at once', () => {
    expect(problemsOf('complaint', complaint)).toEqual(
      ['order-number', 'material-number', 'shipped-on', 'quantity', 'defective-quantity', 'demand'].map(
        (key) => `${key} REQUIRED`,
      ),
    );
    expect(problemsOf('complaint', aboutProduct)).toEqual([]);
  });

  it.each(['non-quality', 'other'])('R11-3.1 a complaint of the class %s needs none of them', (kind) => {
    expect(problemsOf('complaint', { ...complaint, 'complaint-class': kind })).toEqual([]);
  });

  it('R11-3.1 R11-2.4.2 R2-9 every complaint is classed and names its user', () => {
    expect(problemsOf('complaint', {})).toEqual([
      'about REQUIRED',
      'complaint-class REQUIRED',
      'user-name REQUIRED',
    ]);
  });

  it('R1-M9.1 an installation needs the wanted time and the requirements', () => {
    expect(problemsOf('installation', {})).toEqual(['wanted-date REQUIRED', 'requirements REQUIRED']);
    expect(
      problemsOf('installation', { 'wanted-date': '2026-03-02', requirements: '两台泵并联安装。' }),
    ).toEqual([]);
  });

  it('R1-C6 a repair waits for no form', () => {
    expect(problemsOf('repair', {})).toEqual([]);
    expect(fieldsAsked(intake, 'repair', {}).map(({ key }) => key)).toEqual(['arose-in']);
  });

  it('says in both languages what to do', () => {
    expect(sentenceOf('installation', { requirements: '  ', 'wanted-date': '2026-03-01' })).toEqual([
      {
        zh: '希望安装日期不能早于今天，请改期。',
        en: '"Wanted date of installation" cannot lie before today; choose another.',
      },
      { zh: '请填写安装要求。', en: 'Fill in "Requirements for the installation".' },
    ]);
  });
});

describe('what is refused in the details of a request', () => {
  it.each<[string, Details, string]>([
    ['a shipping date after today', { 'shipped-on': '2026-03-03' }, 'shipped-on INVALID'],
    ['a date that does not exist', { 'shipped-on': '2026-02-30' }, 'shipped-on INVALID'],
    ['a date in words', { 'shipped-on': '上周' }, 'shipped-on INVALID'],
    ['more defective than there are', { 'defective-quantity': 41 }, 'defective-quantity INVALID'],
    ['half a piece', { quantity: 40.5 }, 'quantity INVALID'],
    ['less than nothing', { quantity: -1, 'defective-quantity': 0 }, 'quantity INVALID'],
    ['a number in words', { quantity: '四十' }, 'quantity INVALID'],
    ['a number without end', { quantity: Infinity }, 'quantity INVALID'],
    ['a choice that is none', { about: 'weather' }, 'about INVALID'],
    ['a number for a text', { 'order-number': 311 }, 'order-number INVALID'],
    ['a list for a text', { demand: ['更换'] }, 'demand INVALID'],
    ['a text too long', { 'order-number': '订'.repeat(201) }, 'order-number INVALID'],
    ['what belongs to another type', { 'wanted-date': '2026-03-09' }, 'wanted-date INVALID'],
    ['what nobody asked for', { colour: '蓝' }, 'colour INVALID'],
    ['the name of something that every object has', { constructor: 'x' }, 'constructor INVALID'],
  ])('%s', (_what, change, problem) => {
    expect(problemsOf('complaint', { ...aboutProduct, ...change })).toEqual([problem]);
  });

  it('but not a number that comes as its text, nor a blank answer to what is not required', () => {
    expect(
      problemsOf('complaint', { ...aboutProduct, quantity: '40', 'user-address': '', colour: ' ' }),
    ).toEqual([]);
  });

  it('nor a text as long as it may be, counted in characters', () => {
    expect(problemsOf('complaint', { ...aboutProduct, 'order-number': '𬭳'.repeat(200) })).toEqual([]);
  });

  it('the details of a class that was changed afterwards are no longer asked for', () => {
    const changed = { ...aboutProduct, 'complaint-class': 'other' };
    expect(problemsOf('complaint', changed)).toHaveLength(6);
    expect(sentenceOf('complaint', changed)[0]).toEqual({
      zh: '这类请求不填写“订单号”，请删除此项。',
      en: '"Order number" is not asked for with such a request; leave it out.',
    });
  });
});
