import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import type { StateCategory } from '../../../gql/graphql';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { Label, type Tone } from '../../../shared/ui/label';

const StateLabel_state = graphql(`
  fragment StateLabel_state on TicketState {
    key
    category
    label {
      zh
      en
    }
  }
`);

const tones: Record<StateCategory, Tone> = {
  OPEN: 'info',
  ACTIVE: 'good',
  WAITING: 'warn',
  CLOSED: 'neutral',
};

/** The state in the house's own word, coloured by its category. */
export function StateLabel(props: { state: FragmentType<typeof StateLabel_state> }) {
  const state = readFragment(StateLabel_state, props.state);
  return <Label tone={tones[state.category]}>{useLocalized()(state.label)}</Label>;
}
