import { useTranslation } from 'react-i18next';
import { Label } from '../../../shared/ui/label';

/** Who has the ticket, or plainly that nobody has. */
export function AssigneeName({ assignee, closed }: { assignee: { name: string } | null; closed: boolean }) {
  const { t } = useTranslation('ticket');
  if (assignee) return <span>{assignee.name}</span>;
  return closed ? <span className="ac-soft">—</span> : <Label tone="warn">{t('unassigned')}</Label>;
}
