import type { ImportView } from '@hub/contract';
import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { useDiscard } from './use-imports';

/** Throws away what was handed in and not started. */
export function Discard({ one }: { one: ImportView }) {
  const discard = useDiscard(one);
  const navigate = useNavigate();
  return (
    <>
      <Popconfirm
        title="不导入这份台账了？"
        description="还没有登记过任何一行，删去后要导入得重新上传。"
        okText="删去"
        onConfirm={() => discard.mutate(undefined, { onSuccess: () => void navigate('/imports') })}
      >
        <Button size="large" loading={discard.isPending}>
          不导入，删去
        </Button>
      </Popconfirm>
      {discard.isError && <Trouble what="没有删去" error={discard.error} />}
    </>
  );
}
