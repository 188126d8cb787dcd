// The hub's mail worker as it would be with a fault of its own: it hangs on every letter that holds the mark.
const { parentPort, workerData } = require('node:worker_threads');

parentPort.on('message', (letter) => {
  while (Buffer.from(letter).includes(workerData.hangOn));
});
require(workerData.worker);
