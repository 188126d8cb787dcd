import { PUBLICATION_STATE_WORDS, PUBLICATION_STATES, type PublicationState } from '@hub/domain';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { useMay } from '../../lib/session';
import { Publications } from './Publications';
import { Undecided } from './Undecided';

const LEAD = '办完的来件去掉个人信息，经科室同意、领导批准后公开。公开的是另写的一份，不是来件本身。';

/** What is to be published, is, was, and is not; for the office also what nobody has decided about yet. */
export function PublicationsPage() {
  const prepares = useMay()('publication.prepare');
  const [search, setSearch] = useSearchParams();
  const states = [...(prepares ? (['undecided'] as const) : []), ...PUBLICATION_STATES];
  const asked = search.get('state');
  const state = states.find((one) => one === asked) ?? states[0]!;
  const options = states.map((value) => ({ value, label: value === 'undecided' ? '还没定' : PUBLICATION_STATE_WORDS[value] }));
  return (
    <div className="page">
      <PageHead title="公开件" lead={LEAD} extra={<Link to="/guide">办事指南和网站通知</Link>} />
      <Segmented
        className="list-states"
        value={state}
        options={options}
        onChange={(value) => setSearch({ state: value }, { replace: true })}
      />
      {state === 'undecided' ? <Undecided /> : <Publications state={state as PublicationState} />}
    </div>
  );
}
