import type { AppealView } from '@hub/contract';
import type { ChosenAct } from '../chosen-act';
import { Documents } from '../documents/Documents';
import { Entry } from './Entry';
import { Extensions } from './Extensions';
import { Handling } from './Handling';
import { Matter } from './Matter';
import { Milestones } from './Milestones';
import { Orders } from './Orders';
import { Person } from './Person';
import { Ratings } from './Ratings';
import { Publication } from './Publication';
import { Revisits } from './Revisits';
import { SiteCard } from './SiteCard';
import { Risks } from './Risks';
import { Suggestion } from './Suggestion';
import { Transfers } from './Transfers';

export function Facts({ view, choose }: { view: AppealView; choose: (act: ChosenAct) => void }) {
  return (
    <>
      <Milestones view={view} />
      <Extensions view={view} />
      <Transfers view={view} />
      <Suggestion view={view} choose={choose} />
      <Orders view={view} />
      <Ratings view={view} />
      <Revisits view={view} />
      <Risks view={view} />
      <Person view={view} />
      <Entry view={view} />
      <Handling view={view} />
      <Matter view={view} />
      <SiteCard view={view} />
      <Documents view={view} />
      <Publication view={view} />
    </>
  );
}
