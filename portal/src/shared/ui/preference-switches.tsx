import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { locales } from '@aftercare/contract';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { setPreferences, themes, usePreferences } from '../preferences';

const icons = {
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
  system: <DesktopOutlined aria-hidden />,
};

export function LanguageSwitch() {
  const { t } = useTranslation('shared');
  const { locale } = usePreferences();
  return (
    <Segmented
      aria-label={t('language.label')}
      value={locale}
      options={locales.map((value) => ({
        value,
        label: <span lang={value}>{t(`language.${value}`)}</span>,
      }))}
      onChange={(value) => setPreferences({ locale: value })}
    />
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation('shared');
  const { theme } = usePreferences();
  return (
    <Segmented
      aria-label={t('theme.label')}
      value={theme}
      options={themes.map((value) => ({
        value,
        icon: icons[value],
        title: t(`theme.${value}`),
        label: <span className="ac-hidden">{t(`theme.${value}`)}</span>,
      }))}
      onChange={(value) => setPreferences({ theme: value })}
    />
  );
}
