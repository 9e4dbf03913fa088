import { localeOf } from './locale';

describe('the language of a request', () => {
  it.each(['en', 'EN', 'en-GB', 'en-US,en;q=0.9,zh;q=0.8', ' en '])('is English for %p', (accepted) => {
    expect(localeOf(accepted)).toBe('en');
  });

  it.each(['zh-CN', 'zh,en;q=0.9', 'de-DE,en;q=0.5', 'enx', '', undefined, null, 42, {}])(
    'is Chinese for %p',
    (accepted) => {
      expect(localeOf(accepted)).toBe('zh-CN');
    },
  );
});
