import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser tab. */
export function useTitle(title: string | undefined): void {
  const brand = useTranslation('shared').t('brand');
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
