// Names this Jest run for all its workers: they share one MariaDB server, which ends with this process.
module.exports = () => {
  process.env.YXT_TEST_RUN ??= `${process.pid}-${Date.now()}`;
};
