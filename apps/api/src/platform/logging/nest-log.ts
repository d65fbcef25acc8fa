import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** Nest's own lines, and those of `new Logger(name)`, in the structured log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more); // "Mapped {/x} route": of use only when looking for something
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  private write(level: 'error' | 'warn' | 'debug' | 'trace', message: unknown, more: readonly unknown[]): void {
    const context = more.at(-1);
    const source = typeof context === 'string' ? { source: context } : {};
    if (message instanceof Error) this.target[level]({ ...source, err: message }, 'error');
    else this.target[level](source, typeof message === 'string' ? message : 'see source');
  }
}
