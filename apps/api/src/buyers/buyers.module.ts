import { Module } from '@nestjs/common';
import { BuyersResolver } from './buyers.resolver.ts';
import { GradeBuyerUseCase } from './grade-buyer.use-case.ts';
import { RegisterBuyerUseCase } from './register-buyer.use-case.ts';

/** Buyers: who they are, what they are worth, and why. */
@Module({
  providers: [BuyersResolver, GradeBuyerUseCase, RegisterBuyerUseCase],
  exports: [GradeBuyerUseCase, RegisterBuyerUseCase],
})
export class BuyersModule {}
