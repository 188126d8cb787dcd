import { Result, Skeleton } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Permission } from '@hub/domain';
import { useMay } from '../lib/session';
import { startOf, TABLE_NAMES, TABLES } from './places';
import { QueueScreen } from './QueueScreen';
import { Shell } from './Shell';

const DeskPage = lazy(() => import('../features/desk').then((one) => ({ default: one.DeskPage })));
const ImportsPage = lazy(() => import('../features/imports').then((one) => ({ default: one.ImportsPage })));
const ImportPage = lazy(() => import('../features/imports').then((one) => ({ default: one.ImportPage })));
const FormsPage = lazy(() => import('../features/desk').then((one) => ({ default: one.FormsPage })));
const ManagementPage = lazy(() => import('../features/management').then((one) => ({ default: one.ManagementPage })));

const MatterPage = lazy(() => import('../features/matters').then((one) => ({ default: one.MatterPage })));
const SitePage = lazy(() => import('../features/sites').then((one) => ({ default: one.SitePage })));
const TasksPage = lazy(() => import('../features/sites').then((one) => ({ default: one.TasksPage })));
const PublicationsPage = lazy(() => import('../features/publications').then((one) => ({ default: one.PublicationsPage })));
const GuidePage = lazy(() => import('../features/guide').then((one) => ({ default: one.GuidePage })));
const PublicationPage = lazy(() => import('../features/publications').then((one) => ({ default: one.PublicationPage })));
const InsightPage = lazy(() => import('../features/insight').then((one) => ({ default: one.InsightPage })));
const MorningPage = lazy(() => import('../features/insight').then((one) => ({ default: one.MorningPage })));
const OversightPage = lazy(() => import('../features/oversight').then((one) => ({ default: one.OversightPage })));

function Only({ permission, who, children }: { permission: Permission; who: string; children: ReactNode }) {
  return useMay()(permission) ? children : <Result status="403" title="这里不向您的角色开放" subTitle={who} />;
}

/** The addresses of the console; a place that the role may not enter says who can help. */
export function Places() {
  const may = useMay();
  const start = startOf(may);
  const queue = (
    <Only permission="queue.read" who="您的角色不看来件列表。要看来件，请找局办公室。">
      <QueueScreen />
    </Only>
  );
  return (
    <Shell>
      <Suspense fallback={<Skeleton active className="page" />}>
        <Routes>
          <Route index element={<Navigate to={start} replace />} />
          <Route path="sign-in" element={<Navigate to={start} replace />} />
          <Route path="queue/:number?" element={queue} />
          <Route
            path="desk"
            element={
              <Only permission="appeal.register" who="登记由局办公室办理。">
                <DeskPage />
              </Only>
            }
          />
          <Route
            path="desk/forms/:id?"
            element={
              <Only permission="appeal.register" who="登记由局办公室办理。">
                <FormsPage />
              </Only>
            }
          />
          {(
            [
              ['imports', ImportsPage],
              ['imports/:id', ImportPage],
            ] as const
          ).map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <Only permission="import" who="台账由局办公室导入。">
                  <Page />
                </Only>
              }
            />
          ))}
          <Route
            path="oversight"
            element={
              <Only permission="queue.read" who="督办和回访由局办公室、局领导和承办单位办理。">
                <OversightPage />
              </Only>
            }
          />
          {(
            [
              ['insight', InsightPage],
              ['insight/morning', MorningPage],
            ] as const
          ).map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <Only permission="reports.read" who="统计由局领导、局办公室和科室负责人看。">
                  <Page />
                </Only>
              }
            />
          ))}
          {(
            [
              ['matters/:number', MatterPage],
              ['sites/:id', SitePage],
              ['source-control', TasksPage],
            ] as const
          ).map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <Only permission="appeal.read" who="您的角色不看来件，也不看事项和被反映对象。">
                  <Page />
                </Only>
              }
            />
          ))}
          {(
            [
              ['publications', PublicationsPage],
              ['publications/:id', PublicationPage],
              ['guide', GuidePage],
            ] as const
          ).map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <Only permission="publication.read" who="公开由局办公室起草，科室同意，分管领导批准。">
                  <Page />
                </Only>
              }
            />
          ))}
          {TABLE_NAMES.map((table) => (
            <Route
              key={table}
              path={table}
              element={
                <Only permission={TABLES[table]} who="要看这里，请找系统管理员或局办公室。">
                  <ManagementPage table={table} tables={TABLE_NAMES.filter((one) => may(TABLES[one]))} />
                </Only>
              }
            />
          ))}
          <Route path="*" element={<Result status="404" title="没有这一页" subTitle="地址是否抄错？左边可以去别处。" />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
