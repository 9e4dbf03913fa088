import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../../apollo/session';
import { useTitle } from '../../../shared/hooks/use-title';
import { LanguageSwitch, ThemeSwitch } from '../../../shared/ui/preference-switches';
import { useDemo } from '../actions/use-demo';
import { useSignIn } from '../actions/use-sign-in';
import { DemoSignIns } from '../components/demo-sign-ins';
import { HouseChoice } from '../components/house-choice';
import { SignInForm } from '../components/sign-in-form';
import styles from './sign-in-page.module.css';

export function SignInPage() {
  const { t } = useTranslation(['signIn', 'shared']);
  const state = useSignIn();
  const demo = useDemo();
  const [credentials, setCredentials] = useState<Credentials>();
  useTitle(t('title'));

  const submit = (given: Credentials): void => {
    setCredentials(given);
    void state.signIn(given);
  };
  const houses = state.answer?.kind === 'choose-house' ? state.answer.memberships : undefined;

  return (
    <div className={styles.page}>
      <header className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <div className={styles.middle}>
        <aside className={styles.brand}>
          <img src="/favicon.svg" alt="" width={48} height={48} />
          <div>
            <p className={styles.name}>{t('shared:brand')}</p>
            <p className={styles.motto}>{t('motto')}</p>
            <p className={styles.mottoText}>{t('mottoText')}</p>
          </div>
        </aside>
        <main className={styles.card}>
          <h1 className={styles.title}>{houses ? t('houses.title') : t('title')}</h1>
          {houses && credentials ? (
            <HouseChoice
              memberships={houses}
              busy={state.busy}
              onChoose={(tenant) => submit({ ...credentials, tenant })}
              onBack={state.startOver}
            />
          ) : (
            <>
              <SignInForm key={credentials?.email} initial={credentials} state={state} onSubmit={submit} />
              {demo && (
                <DemoSignIns
                  demo={demo}
                  busy={state.busy}
                  onPick={(email) => submit({ email, password: demo.password })}
                />
              )}
            </>
          )}
        </main>
      </div>
    </div>
  );
}
