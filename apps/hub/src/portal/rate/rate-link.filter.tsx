import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { NotFound, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import { sendPage } from '../layout/send';

/** A link that opens nothing: unknown or miswritten, all answered alike. */
@Catch(NotFound)
export class RateLinkFilter implements ExceptionFilter<NotFound> {
  constructor(@Inject('OFFICE') private readonly office: Office) {}

  catch(_: NotFound, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendPage(http.getRequest<Request>(), http.getResponse<Response>(), this.office, noRatingPage(this.office));
  }
}

const noRatingPage = (office: Office): Page => ({
  status: 404,
  title: '这个评价链接打不开',
  personal: true,
  place: null,
  textSwitch: null,
  body: (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="col">
        <h1>这个评价链接打不开</h1>
        <p>链接可能没有复制完整。请从答复的邮件里直接点开，或把整行网址复制到浏览器。</p>
        <p>
          也可以<a href="/track">用编号和查询码查到这一件</a>，在那里评价；或打电话 <Tel number={office.phone} />
          <span className="soft">（{office.hours}）</span>。
        </p>
      </div>
    </main>
  ),
});
