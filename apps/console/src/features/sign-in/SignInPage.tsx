import type { SessionView } from '@hub/contract';
import { product } from '../../lib/words';
import { SignInForm } from './SignInForm';

export function SignInPage({ entered }: { entered: (session: SessionView) => void }) {
  return (
    <div className="sign-in">
      <header className="sign-left">
        <div className="sign-mark">{product.name}</div>
        <p>{product.bureau}</p>
        <p className="small">{product.lead}</p>
        <p className="small sign-foot">
          群众来件含个人信息，查看、办理均留痕。
          <br />
          离开座位请按 Win+L 锁屏。
        </p>
      </header>
      <main className="sign-right">
        <div className="sign-box">
          <h1>登录</h1>
          <SignInForm entered={entered} />
          <p className="sign-help small muted">忘记密码：请系统管理员重新设置，不必告诉他旧密码。</p>
        </div>
      </main>
    </div>
  );
}
