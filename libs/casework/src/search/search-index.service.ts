import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hub/persistence';

/** So many messages in one transaction: long enough to be quick, short enough that a clerk does not wait for it. */
const AT_ONCE = 200;

/** Notes by which words appeals are found, behind the registering of letters, which it does not hold up. */
@Injectable()
export class SearchIndex {
  constructor(private readonly work: UnitOfWork) {}

  /** Goes on until every message is noted; gives how many were. */
  async run(): Promise<number> {
    let noted = 0;
    for (;;) {
      const some = await this.work.run(({ search }) => search.goOn(AT_ONCE));
      noted += some;
      if (some < AT_ONCE) return noted;
    }
  }
}
