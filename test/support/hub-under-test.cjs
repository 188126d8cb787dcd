// The hub as it is delivered, run by a test that wants it to die at one place, or to rest less than it would:
//   node hub-under-test.cjs '{"dieAt":"after-commit","hasten":1000}'
// The seams are the public classes of the compiled libraries; the delivered programs know nothing of this.
const { resolve } = require('node:path');

const dist = (path) => require(resolve(__dirname, '../../dist', path));
const { dieAt, nth = 1, standAfter, hangOn, hasten } = JSON.parse(process.argv[2] ?? '{}');

let passed = 0;
/** Ends the process as a power cut does when it comes by here for the nth time. */
function reach(place) {
  if (place === dieAt && ++passed === nth) process.kill(process.pid, 'SIGKILL');
}

/** Stands still as a machine that is put to sleep, but in no transaction: on SQLite it would keep the file. */
async function standStill() {
  while (transactions) await new Promise(setImmediate);
  process.kill(process.pid, 'SIGSTOP');
}

/** Puts `around(original)` in the place of a method. */
function wrap(of, method, around) {
  const original = of.prototype[method];
  if (typeof original !== 'function') throw new Error(`${of.name} has no ${method}`);
  of.prototype[method] = around(original);
}

if (hangOn) {
  const threads = require('node:worker_threads');
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(file, options) {
      const hangs = String(file).endsWith('mail-worker.js');
      super(hangs ? resolve(__dirname, 'hanging-worker.cjs') : file, {
        ...options,
        workerData: { hangOn, worker: String(file) },
      });
    }
  };
}

const { Database, FileStore, UnitOfWork } = dist('libs/persistence/src/index.js');
const { IntakeService } = dist('libs/casework/src/index.js');
const { SmtpMailer } = dist('libs/outbound/src/index.js');

let transactions = 0;
let originals = 0;
wrap(
  Database,
  'transaction',
  (transaction) =>
    async function (work) {
      transactions += 1;
      return transaction.call(this, work).finally(() => (transactions -= 1));
    },
);

wrap(
  FileStore,
  'put',
  (put) =>
    async function (bytes) {
      const hash = await put.call(this, bytes);
      reach('after-raw-stored');
      if (++originals === standAfter) await standStill();
      return hash;
    },
);

// Only the transactions that register something count.
wrap(
  UnitOfWork,
  'run',
  (run) =>
    async function (work) {
      let registers = false;
      const result = await run.call(this, async (stores) => {
        registers = false;
        const add = stores.intake.add.bind(stores.intake);
        stores.intake.add = async (items) => {
          await add(items);
          registers ||= items.length > 0;
        };
        const done = await work(stores);
        if (registers) reach('before-commit');
        return done;
      });
      if (registers) reach('after-commit');
      return result;
    },
);

wrap(
  IntakeService,
  'accept',
  (accept) =>
    function (messages, ...more) {
      const watched = messages.map(
        (message) =>
          message.settle && {
            ...message,
            settle: () => {
              reach('before-settle');
              return message.settle();
            },
          },
      );
      return accept.call(
        this,
        messages.map((message, at) => watched[at] ?? message),
        ...more,
      );
    },
);

wrap(
  SmtpMailer,
  'send',
  (send) =>
    async function (letter) {
      reach('before-sending');
      await send.call(this, letter);
      reach('after-sent-before-recorded');
    },
);

if (hasten) {
  // The rests of the channels are rxjs timers, the only ones in the hub that are intervals of seconds.
  const { setInterval } = globalThis;
  const short = (ms) => (ms >= 1000 ? Math.max(ms / hasten, 50) : ms);
  globalThis.setInterval = (work, ms, ...more) => setInterval(work, short(ms), ...more);
}

dist('apps/hub/src/main.js');
