import { Module } from '@nestjs/common';
import { AutoSendResolver } from './auto-send.resolver.ts';
import { ChangeAutoSendUseCase } from './change-auto-send.use-case.ts';
import { HomeResolver } from './home.resolver.ts';

/** The first screen of the day. */
@Module({ providers: [AutoSendResolver, ChangeAutoSendUseCase, HomeResolver] })
export class HomeModule {}
