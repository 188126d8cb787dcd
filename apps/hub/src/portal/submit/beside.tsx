import { Injectable, Inject } from '@nestjs/common';
import { PublishedReader, type PublishedHit } from '@hub/casework';
import {
  guessTopic,
  suggestRoute,
  type Department,
  type Kind,
  type Office,
  type WebSubmission,
  type WebThing,
} from '@hub/domain';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import { Tel } from '../layout/Phone';

const SHOWN = 3;

/** What may answer the citizen before he hands it in: what is published already, and who else it may belong to. */
@Injectable()
export class Beside {
  constructor(
    private readonly published: PublishedReader,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  async of({ things }: WebSubmission): Promise<ReactElement> {
    const hits = new Map<string, PublishedHit>();
    for (const thing of things)
      for (const hit of await this.published.like(
        `${thing.subject}\n${thing.text}`,
        guessTopic(thing.subject, thing.text),
        SHOWN,
      ))
        hits.set(hit.path, hit);
    const departments = [...new Set(things.flatMap((thing) => this.departmentOf(thing) ?? []))];
    return (
      <>
        <Likes hits={[...hits.values()].slice(0, SHOWN)} />
        <Others departments={departments} />
      </>
    );
  }

  private departmentOf({ kind, subject, text, place }: WebThing): Department | undefined {
    const route = suggestRoute({ kind: kind as Kind, channel: 'web', subject, text, place }, this.office.routing);
    return this.office.departments.find(({ id }) => id === route?.departmentId);
  }
}

const Likes = ({ hits }: { hits: readonly PublishedHit[] }): ReactElement | null =>
  hits.length === 0 ? null : (
    <section className="panel" aria-labelledby="like">
      <h2 id="like">也许您想先看看这些</h2>
      <p>和您说的事情相近，已经有了结果。看过以后仍想提交，请继续，您填的内容都在。</p>
      <ul className="toc">
        {hits.map(({ path, title, street, day, extract }) => (
          <li key={path}>
            <a href={path}>{title}</a>
            <p className="soft">
              {street && `${street}，`}
              <LongDay day={day} />
              公开：{extract}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const Others = ({ departments }: { departments: readonly Department[] }): ReactElement | null =>
  departments.length === 0 ? null : (
    <section className="panel ask" aria-labelledby="others">
      <h2 id="others">这件事可能由别的部门管</h2>
      {departments.map(({ id, name, phone }) => (
        <p key={id}>
          从您写的看，可能归{name}管。
          {phone && (
            <>
              着急的，可以直接打 <Tel number={phone} />。
            </>
          )}
        </p>
      ))}
      <p>您也可以照样提交，由我们转过去，并告诉您转到了哪里。</p>
    </section>
  );
