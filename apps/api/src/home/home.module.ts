import { Module } from '@nestjs/common';
import { HomeResolver } from './home.resolver.ts';

/** The first screen of the day. */
@Module({ providers: [HomeResolver] })
export class HomeModule {}
