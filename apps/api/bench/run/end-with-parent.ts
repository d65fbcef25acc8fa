/** Loaded before a program of a bench: when the bench is gone, killed for instance, the program has nobody to work for. */
process.on('disconnect', () => process.exit(1));
