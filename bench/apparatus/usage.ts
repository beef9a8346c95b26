// Loaded into the service before it starts (node --import): tells the process that measures what the service has used, whenever it asks.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1_048_576 });
});
// The service is to end when it is told to, not when nobody listens any more.
process.channel?.unref();
