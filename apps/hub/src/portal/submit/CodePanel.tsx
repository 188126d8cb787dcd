import type { ReactElement } from 'react';

/** In groups of four, as they are read out. */
const grouped = (code: string): string => code.replace(/[^0-9A-Za-z]/g, '').replace(/(.{4})(?=.)/g, '$1-');

interface CodeProps {
  number: string;
  code: string;
  /** Which of several. */
  of: number | null;
}

export const CodePanel = ({ number, code, of }: CodeProps): ReactElement => (
  <section className="panel key" aria-labelledby={`qc${of ?? ''}`}>
    <h2 id={`qc${of ?? ''}`}>{of ? `请记下第 ${of} 件的查询码` : '请记下您的查询码'}</h2>
    {of && <p>编号 {number}</p>}
    <p className="big">{grouped(code)}</p>
    <p>
      查进度、看答复、补充情况，都要用编号和查询码。<b>查询码只显示这一次</b>
      ，请抄下来、存成图片，或者打印这一页，不要告诉别人。字母不分大小写。
    </p>
    <form className="no-print" method="post" action="/submit/picture">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={grouped(code)} />
      <button className="btn low">存为图片{of && <span className="vh">：第 {of} 件</span>}</button>
    </form>
    <form className="no-print" method="post" action="/track">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="code" value={code} />
      <button className="btn low">记好了，查看这一件{of && <span className="vh">：第 {of} 件</span>}</button>
    </form>
  </section>
);
