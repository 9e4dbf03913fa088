import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../../shared/hooks/use-localized';
import type { Demo } from '../actions/use-demo';
import styles from './demo-sign-ins.module.css';

export interface DemoSignInsProps {
  demo: Demo;
  busy: boolean;
  onPick: (email: string) => void;
}

/** One click per role, for those who try the product. */
export function DemoSignIns({ demo, busy, onPick }: DemoSignInsProps) {
  const { t, i18n } = useTranslation('signIn');
  const localized = useLocalized();
  const [slug, setSlug] = useState(demo.tenants[0]?.slug ?? '');
  const people = demo.tenants.find((tenant) => tenant.slug === slug)?.people ?? [];
  const roleOf = (email: string): string => {
    const key = `role.${email.slice(0, email.indexOf('@'))}`;
    return i18n.exists(`signIn:${key}`) ? t(key as 'role.admin') : email;
  };
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.title}>
        {t('demo.title')}
      </h2>
      <p className="ac-soft">{t('demo.text')}</p>
      <Select
        aria-label={t('demo.house')}
        value={slug}
        onChange={setSlug}
        options={demo.tenants.map((tenant) => ({ value: tenant.slug, label: localized(tenant.name) }))}
      />
      <div className={styles.people}>
        {people.map((email) => (
          <Button key={email} disabled={busy} title={email} onClick={() => onPick(email)}>
            {roleOf(email)}
          </Button>
        ))}
      </div>
      <p className="ac-soft">
        {t('demo.password')} <code className="ac-code">{demo.password}</code>
      </p>
    </section>
  );
}
