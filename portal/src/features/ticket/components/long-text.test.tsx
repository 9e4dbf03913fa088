import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { i18nOptions } from '../../../app/i18n';
import { LongText } from './long-text';

beforeAll(() => i18next.use(initReactI18next).init({ ...i18nOptions, lng: 'zh-CN' }));
afterEach(() => jest.restoreAllMocks());

/** jsdom lays nothing out: the height of the text is given. */
const tall = (height: number) =>
  jest.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(height);

test('a very long description unfolds and folds again', async () => {
  tall(900);
  render(<LongText text="很长的描述" />);
  await userEvent.click(screen.getByRole('button', { name: '展开', expanded: false }));
  await userEvent.click(screen.getByRole('button', { name: '收起', expanded: true }));
  expect(screen.getByRole('button', { name: '展开' })).toBeTruthy();
});

test('a short description has nothing to unfold', () => {
  tall(0);
  render(<LongText text="左侧行走后漏油" />);
  expect(screen.queryByRole('button')).toBeNull();
});
