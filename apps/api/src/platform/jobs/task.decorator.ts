import { DiscoveryService } from '@nestjs/core';

/** What a task may know about the job that runs it. */
export interface JobRun {
  readonly id: string;
  /** 1 on the first run. */
  readonly attempt: number;
  /** True when a failure now is final: the last chance to leave a state that a person can see. */
  readonly lastAttempt: boolean;
}

/** An injectable class marked with `@Task(name)`. Jobs run at least once, so `run` must be harmless when repeated. */
export interface TaskHandler<Payload = Record<string, unknown>> {
  run(payload: Payload, job: JobRun): Promise<void>;
  /** Called once when the last attempt has failed: nobody will try again by itself. */
  givenUp?(payload: Payload, job: JobRun): Promise<void>;
}

/** Marks an injectable class as the handler of the jobs with this task name. */
export const Task = DiscoveryService.createDecorator<string>();
