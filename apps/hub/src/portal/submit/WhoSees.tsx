import type { ReactElement } from 'react';

const ROWS: readonly (readonly [string, string, string])[] = [
  ['承办人员', '遮住一部分', '遮住一部分'],
  ['局领导、办公室', '遮住一部分', '遮住一部分'],
  ['被反映的单位', '不能', '不能'],
  ['别的部门', '您同意才行', '不能'],
];

export const WhoSees = (): ReactElement => (
  <details>
    <summary>谁能看到什么？</summary>
    <table>
      <caption className="vh">三种方式下，谁能看到您的姓名和电话</caption>
      <thead>
        <tr>
          <th scope="col">谁</th>
          <th scope="col">实名</th>
          <th scope="col">保密</th>
          <th scope="col">匿名</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([who, named, confidential]) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td>{named}</td>
            <td>{confidential}</td>
            <td>没有</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
