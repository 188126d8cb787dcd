import type { AppealPublications, AppealView, PublicationView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { Trouble } from '../../../components/Trouble';
import { get, post } from '../../../lib/api';
import { useMay } from '../../../lib/session';

const LIVING = ['draft', 'agreed', 'approved', 'published'];

/** What everybody is told of this appeal, or why nothing. */
export function Publication({ view }: { view: AppealView }) {
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = `/appeals/${view.number}/publications`;
  const query = useQuery({
    queryKey: ['appeal-publications', view.number, view.version],
    queryFn: ({ signal }) => get<AppealPublications>(path, signal),
    enabled: may('publication.read'),
  });
  const prepare = useMutation({
    mutationFn: () => post<PublicationView>('/publications', { appeal: view.number }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['publications'] });
      await navigate(`/publications/${id}`);
    },
  });
  if (!query.data) return null;
  const { bar, items } = query.data;
  const open = !bar && may('publication.prepare') && !items.some(({ state }) => LIVING.includes(state));
  if (!items.length && !open) return null;
  return (
    <section>
      <h3>公开</h3>
      {items.map((one) => (
        <p key={one.id}>
          <Link to={`/publications/${one.id}`}>{one.number ?? one.title}</Link>{' '}
          <span className="small muted">{[one.stateName, one.withheldFor].filter(Boolean).join('：')}</span>
        </p>
      ))}
      {prepare.isError && <Trouble what="没有办成" error={prepare.error} />}
      {open && (
        <Button size="small" loading={prepare.isPending} onClick={() => prepare.mutate()}>
          起草公开件
        </Button>
      )}
    </section>
  );
}
