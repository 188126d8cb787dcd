import { PageHead } from '../../components/PageHead';
import { Articles } from './Articles';
import { Notices } from './Notices';

/** What the office tells everybody: articles of the guide, and what is urgent today. */
export function GuidePage() {
  return (
    <div className="page">
      <PageHead title="办事指南" lead="群众在门户“办事指南”里看到的内容。受理时限、电话按系统设置自动显示，这里写其余的。" />
      <Articles />
      <h2>网站通知</h2>
      <Notices />
    </div>
  );
}
