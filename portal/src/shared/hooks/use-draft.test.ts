import { act, renderHook } from '@testing-library/react';
import { forgetDrafts, useDraft } from './use-draft';

const empty = () => ({ subject: '', key: 'fresh' });
const open = (name = 'report.ironmole') => renderHook(() => useDraft(name, empty));

afterEach(() => sessionStorage.clear());

test('what was typed is there again after a reload', () => {
  const page = open();
  act(() => page.result.current[1]({ subject: '异响' }));
  act(() => page.result.current[1]({ key: 'kept' }));
  page.unmount();
  expect(open().result.current[0]).toEqual({ subject: '异响', key: 'kept' });
});

test('a draft of one house never shows in another', () => {
  const page = open();
  act(() => page.result.current[1]({ subject: '异响' }));
  expect(open('report.voltworks').result.current[0].subject).toBe('');
});

test('a filed draft is gone, and so is everything typed after signing out', () => {
  const page = open();
  act(() => page.result.current[1]({ subject: '异响' }));
  act(() => page.result.current[2]());
  expect(page.result.current[0]).toEqual(empty());
  expect(open().result.current[0]).toEqual(empty());

  act(() => page.result.current[1]({ subject: '漏油' }));
  forgetDrafts();
  expect(open().result.current[0]).toEqual(empty());
});

test('a damaged draft does not break the form', () => {
  sessionStorage.setItem('aftercare.draft.report.ironmole', '{not json');
  expect(open().result.current[0]).toEqual(empty());
});
