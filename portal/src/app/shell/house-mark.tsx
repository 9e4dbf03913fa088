import { readableOn } from './readable-on';
import styles from './house-mark.module.css';

/** The house's colour and initial; there is no logo yet. */
export function HouseMark({ name, colour }: { name: string; colour: string }) {
  return (
    <span className={styles.mark} style={{ background: colour, color: readableOn(colour) }} aria-hidden>
      {Array.from(name)[0]}
    </span>
  );
}
