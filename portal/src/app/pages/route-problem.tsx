import { useRouteError } from 'react-router';
import { describeProblem, type Problem } from '../../apollo/errors';
import { ProblemPanel } from '../../shared/ui/problem-panel';

/** A page that could not be shown at all: its code or its session did not arrive, or it broke. */
export function RouteProblem() {
  return <ProblemPanel problem={problemOf(useRouteError())} retry={() => window.location.reload()} />;
}

function problemOf(error: unknown): Problem {
  // After an upgrade the old page asks for files that are gone.
  const filesAreGone = error instanceof TypeError && /import|module/i.test(error.message) && navigator.onLine;
  return filesAreGone ? { kind: 'outdated' } : describeProblem(error);
}
