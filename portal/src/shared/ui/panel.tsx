import type { ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}

/** One matter on a page, with its heading. */
export function Panel({ title, extra, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      {(title || extra) && (
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
