import { useTranslation } from 'react-i18next';

/** Names a province by the first two digits of its GB/T 2260 code: 32 is 江苏. An unknown code stays as it is; null is abroad. */
export function useProvince(): (code: string | null) => string {
  const { t } = useTranslation('shared');
  return (code) =>
    code === null ? t('province.abroad') : t(`province.${code as '32'}`, { defaultValue: code });
}
