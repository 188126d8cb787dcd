import type { ReactElement } from 'react';
import { Tel } from '../layout/Phone';

const CALLS: readonly (readonly [string, string])[] = [
  ['119', '着火、爆炸、气体泄漏'],
  ['110', '有人受到威胁或伤害'],
  ['12345', '突发的环境污染，24 小时有人接听'],
];

export const Urgent = (): ReactElement => (
  <section className="panel alert" aria-labelledby="u">
    <h2 id="u">有危险，请先打电话</h2>
    <dl className="facts">
      {CALLS.map(([number, what]) => (
        <div key={number}>
          <dt>
            <Tel number={number} />
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const OTHERS: readonly (readonly [string, string])[] = [
  ['邻居吵闹、广场舞音响', '公安 110'],
  ['乱倒垃圾、占道、违法搭建', '城管，拨 12345'],
  ['自来水发黄、停水', '供水单位，拨 12345'],
  ['小区物业、电梯', '房管部门或街道（镇）'],
  ['汽车乱鸣笛', '公安交警 110'],
];

export const Scope = (): ReactElement => (
  <>
    <h2>这些事归我们管</h2>
    <ul>
      <li>工厂、饭店、汽修店等单位的废气、油烟和异味</li>
      <li>工厂、商店的设备噪声，例如风机、冷却塔、水泵</li>
      <li>往河道或雨水口排污水</li>
      <li>危险废物和工业垃圾乱堆、乱倒</li>
      <li>辐射，以及建设项目的环保手续</li>
      <li>对我们的意见：办事效率、公开、收费、服务、廉洁</li>
    </ul>
    <h2>这些事请找别的部门</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">什么事</th>
          <th scope="col">请找谁</th>
        </tr>
      </thead>
      <tbody>
        {OTHERS.map(([what, whom]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{whom}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>拿不准也没关系，请照样写。该由别的部门办的，我们会转过去，并告诉您转到了哪里。</p>
  </>
);
