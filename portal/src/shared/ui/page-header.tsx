import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** Above the title: where this is, what number it has. */
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
}

export function PageHeader({ title, above, below, actions, back }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {(back || above) && (
          <div className={styles.above}>
            {back && (
              <Link to={back.to} className={styles.back}>
                <ArrowLeftOutlined aria-hidden /> {back.label}
              </Link>
            )}
            {above}
          </div>
        )}
        <h1 className={styles.title}>{title}</h1>
        {below && <div className={styles.below}>{below}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
