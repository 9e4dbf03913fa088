import type { ReactNode } from 'react';
import styles from './tone.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral';

/** A small coloured label; the colour never says anything that the words do not. */
export function Label({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${styles.label} ${styles[tone]}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
