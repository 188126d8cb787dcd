import { Alert, Button } from 'antd';
import { asProblem } from '../lib/api';
import { Leaks } from './Leaks';

interface Props {
  error: unknown;
  /** What could not be had: "来件没有取到". */
  what?: string;
  retry?: () => void;
}

/** Stands in place of the part that failed: what happened, what would work, and the way to try again. */
export function Trouble({ error, what, retry }: Props) {
  const problem = asProblem(error);
  return (
    <Alert
      type="error"
      showIcon
      className="trouble"
      title={what ? `${what}：${problem.detail}` : problem.detail}
      description={
        <>
          {problem.hint}
          {problem.fields?.map((one) => (
            <div key={one.field}>{one.message}</div>
          ))}
          {problem.leaks && <Leaks hits={problem.leaks} />}
          {problem.requestId && <span className="code"> 编号 {problem.requestId}</span>}
        </>
      }
      action={retry && <Button onClick={retry}>重试</Button>}
    />
  );
}
