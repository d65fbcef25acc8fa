/** Loaded before a program of a bench: when the bench is gone, killed for instance, the program has nobody to work for. */
process.on('disconnect', () => process.exit(1));
process.channel?.unref(); // the listener alone must not keep a program running that has ended
