import { LoadingOutlined } from '@ant-design/icons';
import { ApolloProvider } from '@apollo/client/react';
import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLayoutEffect, type ReactNode } from 'react';
import { client } from '../apollo/services';
import { useIsWide, useMedia } from '../shared/hooks/use-media';
import { usePreferences } from '../shared/preferences';
import { ToastProvider } from '../shared/ui/toast';
import { antdTheme, cssProperties, type Shade } from './theme';

/** Everything that all pages stand on: data, language, theme. */
export function Providers({ children }: { children: ReactNode }) {
  const { locale, theme } = usePreferences();
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const wide = useIsWide();
  const shade: Shade = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;

  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['shade'] = shade;
    for (const [name, value] of Object.entries(cssProperties(shade))) style.setProperty(name, value);
  }, [shade]);

  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');

  return (
    <ConfigProvider
      locale={locale === 'en' ? enGB : zhCN}
      theme={antdTheme(shade, wide)}
      // without a name of its own: a button that works is still called what it is called
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden aria-label={undefined} /> }}
    >
      <ToastProvider>
        <ApolloProvider client={client}>{children}</ApolloProvider>
      </ToastProvider>
    </ConfigProvider>
  );
}
